using System.Diagnostics;
using System.Net.Http.Json;
using NodeBot.Peers;

namespace NodeBot.EndToEnd.Tests.Qdrant;

/// <summary>The program over a real Qdrant, as its operator uses it.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task From_an_empty_server_to_an_answer_out_of_an_added_passage_and_on_when_Qdrant_dies()
    {
        Assert.SkipUnless(QdrantServer.IsSupported, QdrantServer.NotSupported);
        await using var server = await QdrantServer.StartAsync();
        using var program = new Program(server.Url);
        var early = await program.RunAsync("ask", "should I keep logs");
        early.Code.ShouldBe(2);
        early.Error.Trim().ShouldBe($"Qdrant at {server.Url} holds no index \"nodebot\" yet. Run: nodebot reindex");
        (await program.RunAsync("reindex")).Output.ShouldContain("is searched from now on");
        (await program.RunAsync("index", "verify")).Output.ShouldContain("exactly what it should");

        var file = Path.Combine(program.Folder, "a.yaml");
        await File.WriteAllTextAsync(file, "- { id: answer/crane, title: Crane, text: The harbour crane in Gdynia is painted orange., asOf: '2026', sources: [{ name: wiki }], questions: { en: [which harbour crane is painted orange] } }\n");
        (await program.RunAsync("knowledge", "put", file)).Output.ShouldContain("Saved answer/crane.");
        (await program.RunAsync("index", "status")).Output.ShouldContain("1 changes in the database are not yet in the index");

        var port = FreePort.Next();
        using var serving = program.Start(("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"), "serve");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await WaitAsync(async () => (await AskAsync(http, "which harbour crane is painted orange?")).Contains("painted orange.", StringComparison.Ordinal));
        var page = await http.GetStringAsync("/passages/answer/crane");
        page.ShouldContain("Gdynia");
        page.ShouldContain("not part of the guide");
        page.ShouldContain("confidence medium");
        page.ShouldNotContain("href=\"\"");
        (await http.GetStringAsync("/metrics")).ShouldContain("nodebot_index_lag{");

        await server.KillAsync();
        (await AskAsync(http, "should I keep logs")).ShouldContain("Do not log the traffic");
        (await http.GetStringAsync("/readyz")).ShouldContain("\"degraded\"");
        var down = await program.RunAsync("ask", "should I keep logs");
        down.Code.ShouldBe(0);
        down.Output.ShouldContain("Do not log the traffic");
        down.Error.ShouldContain("does not answer");

        await server.RestartAsync();
        await WaitAsync(async () => (await http.GetStringAsync("/readyz")).Contains("\"ready\"", StringComparison.Ordinal));
        (await AskAsync(http, "which harbour crane is painted orange?")).ShouldContain("painted orange.");
        serving.Kill();
    }

    [Fact]
    public async Task Stopped_by_hand_the_building_says_how_to_go_on()
    {
        Assert.SkipUnless(QdrantServer.IsSupported, QdrantServer.NotSupported);
        await using var server = await QdrantServer.StartAsync();
        using var program = new Program(server.Url);
        server.Freeze();
        using var building = program.Start(null, "reindex");
        var error = building.StandardError.ReadToEndAsync();
        // It has opened its database, and now waits for an answer.
        await WaitAsync(() => Task.FromResult(File.Exists(Path.Combine(program.Folder, "data", "nodebot.db"))));
        await Task.Delay(1500);
        using var interrupt = Process.Start("kill", ["-INT", $"{building.Id}"]);
        await building.WaitForExitAsync();
        building.ExitCode.ShouldBe(130);
        (await error).ShouldContain("run the same command again to go on");
        (await error).ShouldNotContain("   at ");
        server.Thaw();
        (await program.RunAsync("reindex")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Earlier_indexes_are_pruned_and_what_belongs_to_others_stays()
    {
        Assert.SkipUnless(QdrantServer.IsSupported, QdrantServer.NotSupported);
        await using var server = await QdrantServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };
        (await http.PutAsJsonAsync("collections/nodebot-of-somebody-else", new { vectors = new { size = 4, distance = "Dot" } })).EnsureSuccessStatusCode();
        using var program = new Program(server.Url);
        (await program.RunAsync("reindex")).Code.ShouldBe(0);
        var again = await program.RunAsync("reindex");
        again.Output.ShouldContain("is kept. Delete it with: nodebot index prune");
        (await program.RunAsync("index", "status")).Output.ShouldContain("earlier");
        (await program.RunAsync("index", "prune")).Output.ShouldContain("Deleted nodebot-bge");
        (await program.RunAsync("index", "prune")).Output.ShouldContain("nothing to delete");
        (await program.RunAsync("index", "verify")).Code.ShouldBe(0);
        (await http.GetStringAsync("collections")).ShouldContain("nodebot-of-somebody-else");
    }

    [Fact]
    public async Task Without_Qdrant_the_embedded_index_follows_the_database_and_commands_on_Qdrant_say_so()
    {
        using var program = new Program(null);
        (await program.RunAsync("reindex")).Error.ShouldContain("NodeBot:Qdrant:Url");
        var port = FreePort.Next();
        using var serving = program.Start(("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"), "serve");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await WaitAsync(async () => (await http.GetStringAsync("/readyz")).Contains("\"ready\"", StringComparison.Ordinal));
        var file = Path.Combine(program.Folder, "a.yaml");
        await File.WriteAllTextAsync(file, "- { id: answer/crane, title: Crane, text: The harbour crane in Gdynia is painted orange., asOf: '2026', sources: [{ name: wiki }], questions: { en: [which harbour crane is painted orange] } }\n");
        (await program.RunAsync("knowledge", "put", file)).Code.ShouldBe(0);
        await WaitAsync(async () => (await AskAsync(http, "which harbour crane is painted orange?")).Contains("painted orange.", StringComparison.Ordinal));
        (await program.RunAsync("ask", "which harbour crane is painted orange?")).Output.ShouldContain("painted orange.");
        (await program.RunAsync("knowledge", "remove", "answer/crane")).Code.ShouldBe(0);
        await WaitAsync(async () => !(await AskAsync(http, "which harbour crane is painted orange?")).Contains("painted orange.", StringComparison.Ordinal));
        serving.Kill();
    }

    private static async Task<string> AskAsync(HttpClient http, string question)
    {
        using var response = await http.PostAsJsonAsync("/api/ask", new { question });
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task WaitAsync(Func<Task<bool>> done)
    {
        for (var i = 0; i < 300; i++)
        {
            try
            {
                if (await done())
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        Assert.Fail("It did not happen within a minute.");
    }

    private sealed class Program(Uri? qdrant) : IDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("nodebot-test-").FullName;

        public async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
        {
            using var process = Start(null, arguments);
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output, await error);
        }

        public Process Start((string Key, string Value)? environment, params string[] arguments)
        {
            var start = new ProcessStartInfo("dotnet", [typeof(Bot).Assembly.Location, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["NODEBOT_DATA"] = Path.Combine(Folder, "data");
            start.Environment["NO_COLOR"] = "1";
            start.Environment["COLUMNS"] = "200";
            start.Environment["NodeBot__RateLimitPerMinute"] = "10000";
            if (qdrant is not null)
            {
                start.Environment["NodeBot__Qdrant__Url"] = qdrant.ToString();
                start.Environment["NodeBot__Qdrant__TimeoutMs"] = "2000";
            }

            if (environment is { } set)
                start.Environment[set.Key] = set.Value;
            var process = Process.Start(start)!;
            if (arguments is ["serve"])
            {
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
            }

            return process;
        }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
