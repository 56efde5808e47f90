using System.Diagnostics;
using System.Text.Json.Nodes;
using NodeBot.Peers;
using NodeBot.Peers.Discord;

namespace NodeBot.EndToEnd.Tests.Discord;

/// <summary>The program, set up for a fake Discord.</summary>
internal sealed class DiscordProgram(FakeDiscord discord) : IDisposable
{
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal)
    {
        ["NodeBot__Discord__Token"] = FakeDiscord.Token,
        ["NodeBot__Discord__PublicKey"] = discord.PublicKey,
        ["NodeBot__Discord__ApiUrl"] = discord.Api.ToString(),
        ["NodeBot__RateLimitPerMinute"] = "100000",
        ["NO_COLOR"] = "1",
        ["COLUMNS"] = "220",
    };

    private readonly string _data = Directory.CreateTempSubdirectory("nodebot-discord-").FullName;
    private readonly int _port = FreePort.Next();
    private Process? _serving;

    public HttpClient Client { get; private set; } = new();

    /// <summary>What the running program has written.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Log { get; } = new();

    public DiscordProgram With(string key, string value)
    {
        _environment[key] = value;
        return this;
    }

    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts the bot and waits until it answers and, where it is to, is connected.</summary>
    public async Task ServeAsync(bool connects = true)
    {
        _serving = Start("serve");
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}/"), Timeout = TimeSpan.FromSeconds(20) };
        var ready = new TaskCompletionSource();
        foreach (var stream in new[] { _serving.StandardOutput, _serving.StandardError })
        {
            _ = Task.Run(async () =>
            {
                while (await stream.ReadLineAsync() is { } line)
                {
                    Log.Enqueue(line);
                    if (line.Contains("is ready", StringComparison.Ordinal))
                        ready.TrySetResult();
                }
            });
        }

        await ready.Task.WaitAsync(TimeSpan.FromSeconds(60));
        // In the first second the database is opened, and what is asked then is deferred: tests of something else begin after it.
        await AnswerAsync(FakeInteractions.Command("help"));
        if (connects)
            await UntilAsync(() => discord.Gateway.Connected == 1, "it connects");
    }

    /// <summary>Sends an interaction, signed.</summary>
    /// <returns>The first answer; when it was deferred, as in the first second after a start, what was edited in.</returns>
    public async Task<JsonNode> AnswerAsync(JsonObject interaction)
    {
        using var response = await discord.SendAsync(Client, interaction);
        ((int)response.StatusCode).ShouldBeOneOf(200, 202);
        var state = discord.State(interaction);
        var first = await state.FirstAsync();
        if ((int)first["type"]! != 5)
            return first;
        await UntilAsync(() => !state.Edits.IsEmpty || !state.FollowUps.IsEmpty, "the deferred answer comes");
        return new JsonObject { ["type"] = 4, ["data"] = (state.Edits.FirstOrDefault() ?? state.FollowUps.First()).DeepClone() };
    }

    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        for (var i = 0; i < 1000 && !condition(); i++)
            await Task.Delay(20);
        condition().ShouldBeTrue(what);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _serving!.Kill();
        await _serving.WaitForExitAsync();
    }

    public void Dispose()
    {
        _serving?.Kill();
        _serving?.WaitForExit();
        _serving?.Dispose();
        Client.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Bot).Assembly.Location, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NODEBOT_DATA"] = _data;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_port}";
        foreach (var (key, value) in _environment)
            start.Environment[key] = value;
        return Process.Start(start)!;
    }
}
