using System.Text.Json;

namespace NodeBot.Tests.Terminal;

public sealed class VerbTests
{
    [Fact]
    public async Task Ask_quotes_and_cites_the_guide()
    {
        var run = await NodeBotProgram.RunAsync("ask", "should I keep traffic logs?");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Do not log the traffic");
        run.Output.ShouldContain("http://localhost:5080/passages/guide/do-not-log/reasons");
        run.Output.ShouldContain("General information, not legal advice.");
    }

    [Fact]
    public async Task Ask_as_json_has_the_documented_shape()
    {
        var run = await NodeBotProgram.RunAsync("ask", "--json", "what does German law say about exit nodes?");
        run.ExitCode.ShouldBe(0);
        var answer = JsonDocument.Parse(run.Output).RootElement;
        answer.EnumerateObject().Select(p => p.Name).ShouldBe(["kind", "text", "citations", "notes", "related", "elapsedMs"]);
        answer.GetProperty("kind").GetString().ShouldBe("quoted");
        var citation = answer.GetProperty("citations")[0];
        citation.EnumerateObject().Select(p => p.Name).ShouldBe(["passageId", "source", "title", "section", "quote", "url", "asOf"]);
        citation.GetProperty("quote").GetString().ShouldBe("Germany: TMG 8 and 15.");
        answer.GetProperty("notes")[0].EnumerateObject().Select(p => p.Name).ShouldBe(["text", "asOf", "confidence", "sources"]);
    }

    [Fact]
    public async Task Ask_declines_what_it_does_not_know_and_says_what_it_can_do()
    {
        var run = await NodeBotProgram.RunAsync("ask", "which GPU should I buy");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("I can help");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_question_is_a_usage_error_with_an_example(string question)
    {
        var run = await NodeBotProgram.RunAsync("ask", question);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("The question is empty");
    }

    [Fact]
    public async Task Without_an_embedder_it_still_answers_by_words()
    {
        var run = await NodeBotProgram.RunAsync(["ask", "should I keep traffic logs?"], ("NodeBot__Embedder__Kind", "None"));
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Do not log the traffic");
    }

    [Fact]
    public async Task An_embedder_that_does_not_answer_is_said_and_words_alone_answer()
    {
        var run = await NodeBotProgram.RunAsync(["ask", "should I keep traffic logs?"], ("NodeBot__Embedder__Kind", "Ollama"), ("NodeBot__Embedder__Model", "x"), ("NodeBot__Embedder__Endpoint", "http://127.0.0.1:9"));
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Do not log the traffic");
        run.Error.ShouldContain("Check NodeBot:Embedder.");
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_setting_of_Qdrant_that_is_wrong_is_one_line_with_the_mend()
    {
        var run = await NodeBotProgram.RunAsync(["ask", "should I log?"], ("NodeBot__Qdrant__Url", "http://qdrant.example.org:6333"), ("NodeBot__Qdrant__ApiKey", "secret"));
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("NodeBot:Qdrant:AllowPlainHttp");
        run.Error.ShouldNotContain("secret");
        (await NodeBotProgram.RunAsync(["ask", "should I log?"], ("NodeBot__Qdrant__Url", "http://localhost"), ("NodeBot__Qdrant__Shards", "two"))).Error.ShouldContain("NodeBot:Qdrant:Shards");
    }

    [Fact]
    public async Task A_file_of_passages_with_mistakes_is_refused_whole_with_line_and_mend()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "bad.yaml");
        await File.WriteAllTextAsync(file, "- id: Answer/Bad Id\n  title: T\n  text: X\n  asOf: yesterday\n  sources: [{ name: wiki, url: 'javascript:alert(1)' }]\n- id: answer/a\n");
        var run = await NodeBotProgram.RunAsync("knowledge", "put", file);
        run.ExitCode.ShouldBe(2);
        foreach (var words in new[] { "bad.yaml", "answer/name", "YYYY", "http(s)", "'title' is missing" })
            run.Error.ShouldContain(words);
        (await NodeBotProgram.RunAsync("knowledge", "put", Path.Combine(folder.Path, "none.yaml"))).ExitCode.ShouldBe(2);
        (await NodeBotProgram.RunAsync("knowledge", "remove", "guide/do-not-log/reasons")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Show_prints_a_passage_whole_and_an_unknown_id_says_how_to_find_it()
    {
        (await NodeBotProgram.RunAsync("knowledge", "show", "guide/your-rights/sweden")).Output.ShouldContain("16-19 2002:562");
        var unknown = await NodeBotProgram.RunAsync("knowledge", "show", "guide/no/where");
        unknown.ExitCode.ShouldBe(2);
        unknown.Error.ShouldContain("knowledge list");
    }

    [Fact]
    public async Task Knowledge_check_passes_on_what_is_shipped() =>
        (await NodeBotProgram.RunAsync("knowledge", "check")).Output.ShouldContain("No problems");

    [Fact]
    public async Task Eval_of_a_broken_file_says_what_is_expected()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "bad.json");
        await File.WriteAllTextAsync(file, "{\"answerable\": 3}");
        var run = await NodeBotProgram.RunAsync("eval", file);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("bad.json");
    }

    [Fact]
    public async Task Every_verb_has_help_and_an_unknown_verb_an_error()
    {
        foreach (var verb in new[] { "ask", "chat", "eval", "knowledge", "reindex", "index", "doctor", "serve" })
            (await NodeBotProgram.RunAsync(verb, "--help")).ExitCode.ShouldBe(0);
        (await NodeBotProgram.RunAsync("dance")).ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public async Task The_doctor_finds_nothing_wrong_with_a_fresh_installation()
    {
        var run = await NodeBotProgram.RunAsync("doctor");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("bge-small-en-v1.5-int8");
        run.Output.ShouldNotContain("mend");
    }
}
