using System.Diagnostics;
using NodeBot.Peers;

namespace NodeBot.EndToEnd.Tests;

/// <summary>The real program, started as a new user would start it, on a free port of this machine.</summary>
public sealed class RunningBot : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("nodebot-test-").FullName;
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Next()}");

    public async ValueTask InitializeAsync() => await StartAsync();

    /// <summary>SIGKILL: the program gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts the program, with what it has kept.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Bot).Assembly.Location]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NODEBOT_DATA"] = _data;
        start.Environment["ASPNETCORE_URLS"] = Address.ToString().TrimEnd('/');
        start.Environment["NodeBot__RateLimitPerMinute"] = "10000";
        _process = Process.Start(start)!;
        var output = _process.StandardOutput;
        string? line;
        do
        {
            line = await output.ReadLineAsync();
        }
        while (line?.Contains("is ready", StringComparison.Ordinal) == false);
        if (line is null)
            throw new InvalidOperationException(await _process.StandardError.ReadToEndAsync());

        // Keep reading, so that a full pipe never stops the program.
        _ = output.ReadToEndAsync();
        _ = _process.StandardError.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();

        Directory.Delete(_data, recursive: true);
    }
}
