using System.Diagnostics;

namespace NodeBot.Peers;

/// <summary>A real PostgreSQL in a folder of its own, on a free port of 127.0.0.1.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly int _port;

    private PostgresServer(string folder, int port)
    {
        _folder = folder;
        _port = port;
    }

    /// <summary>Why tests are skipped where there is none.</summary>
    public const string NotSupported = "NO POSTGRESQL ON THIS MACHINE: install Debian's package postgresql-15 (tests/run.sh does) to run these tests.";

    /// <summary>Whether its programs are there.</summary>
    public static bool IsSupported => Programs is not null;

    private static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    /// <returns>A connection string for a database; it is made when first opened.</returns>
    public string Database(string name) => $"Host=127.0.0.1;Port={_port};Database={name};Username=nodebot;Include Error Detail=false";

    public static async Task<PostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("nodebot-postgres-").FullName;
        var server = new PostgresServer(folder, FreePort.Next());
        // PostgreSQL refuses to run as root.
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ["nobody", folder]);
        var data = Path.Combine(folder, "data");
        await server.RunProgramAsync("initdb", ["-D", data, "-U", "nodebot", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"]);
        await server.RestartAsync();
        return server;
    }

    /// <summary>Starts it, over the data that is there.</summary>
    public Task RestartAsync() => RunProgramAsync("pg_ctl", ["-D", Path.Combine(_folder, "data"), "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off -c shared_buffers=32MB", "start"]);

    /// <summary>Ends it without asking anybody, as a crash does.</summary>
    public Task KillAsync() => RunProgramAsync("pg_ctl", ["-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop"]);

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(_folder, "data", "postmaster.pid")))
            await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task RunProgramAsync(string program, string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return Environment.IsPrivilegedProcess ? RunAsync("setpriv", ["--reuid=nobody", "--clear-groups", path, .. arguments]) : RunAsync(path, arguments);
    }

    // Output goes to nowhere: the server inherits it and would keep a pipe open for as long as it runs.
    private static async Task RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed with {process.ExitCode}.");
    }
}
