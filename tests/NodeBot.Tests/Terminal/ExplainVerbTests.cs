using System.Text.Json;
using NodeBot.Core.Complaints.Reading;

namespace NodeBot.Tests.Terminal;

public sealed class ExplainVerbTests
{
    private const string Letter = "Muster Solicitors LLP\n\nWe act for Blue Harbor Pictures Ltd. Cease and desist, sign the enclosed undertaking and pay the sum of 915.00 EUR by 1 December 2026.\n";

    [Fact]
    public async Task A_letter_is_told_in_words_with_first_steps()
    {
        var run = await ExplainAsync(Letter, "--received", "2026-11-24");
        run.ExitCode.ShouldBe(0, run.Error);
        foreach (var words in new[] { "This looks like", "915.00 EUR", "Blue Harbor Pictures Ltd", "What to do first", "General information, not legal advice." })
            run.Output.ShouldContain(words);
    }

    [Fact]
    public async Task As_json_it_has_the_documented_shape()
    {
        var run = await ExplainAsync(Letter, "--received", "2026-11-24", "--json");
        run.ExitCode.ShouldBe(0, run.Error);
        var found = JsonDocument.Parse(run.Output).RootElement;
        found.EnumerateObject().Select(property => property.Name).ShouldBe(["kind", "confidence", "alternatives", "deadline", "amount", "country", "ip", "port", "incidentAt", "claimant", "sender", "references", "demands", "redFlags"]);
        found.GetProperty("kind").GetString().ShouldBe("law_firm_demand");
        found.GetProperty("deadline").GetString().ShouldBe("2026-12-01");
        found.GetProperty("port").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_is_no_complaint_is_said_to_be_none()
    {
        var run = await ExplainAsync("Hello, shall we meet for lunch on Friday?");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("do not recognise a complaint");
    }

    [Theory]
    [InlineData("", "holds no text")]
    [InlineData(" \n\t ", "holds no text")]
    [InlineData("%PDF-1.7\n1 0 obj", "no text file")]
    [InlineData("PK\u0003\u0004\0\0", "no text file")]
    public async Task What_holds_no_text_gets_one_line(string content, string expected) => ShouldBeRefused(await ExplainAsync(content), expected);

    [Fact]
    public async Task A_text_that_is_too_long_a_date_that_is_none_and_a_file_that_is_missing_get_one_line()
    {
        ShouldBeRefused(await ExplainAsync(new string('a', LetterReader.MaxLength + 1)), "longer than the 100000 characters");
        ShouldBeRefused(await ExplainAsync(Letter, "--received", "yesterday"), "YYYY-MM-DD");
        ShouldBeRefused(await NodeBotProgram.RunAsync("explain", ""), "cannot be read");
        ShouldBeRefused(await NodeBotProgram.RunAsync("explain", Path.GetTempPath()), "cannot be read");
        ShouldBeRefused(await NodeBotProgram.RunAsync("explain", "no-such-letter.txt"), "cannot be read");
        ShouldBeRefused(await NodeBotProgram.RunAsync("explain", "-"), "holds no text");
    }

    private static void ShouldBeRefused(ProgramRun run, string expected)
    {
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(expected);
        run.Error.Trim().Split('\n').Length.ShouldBe(1);
    }

    private static async Task<ProgramRun> ExplainAsync(string content, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "letter.txt");
        await File.WriteAllTextAsync(file, content);
        return await NodeBotProgram.RunAsync(["explain", file, .. options]);
    }
}
