using System.Text.RegularExpressions;

namespace NodeBot.EndToEnd.Tests.Complaints;

public sealed partial class CaseSurvivalTests
{
    [GeneratedRegex("/complaint step (?<id>[A-Z2-7]{8}) (?<rest>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step { get; }

    [Fact]
    public async Task Killed_between_any_two_steps_a_case_goes_on_where_it_was()
    {
        await using var bot = new RunningBot();
        await bot.InitializeAsync();
        var handler = new HttpClientHandler();
        using var http = new HttpClient(handler) { BaseAddress = bot.Address };
        var shown = await SayAsync(http, "/complaint start host_abuse_ticket");
        var id = Step.Match(shown).Groups["id"].Value;
        var steps = 0;
        // Each question is skipped or answered with its first choice, and the program is killed right after the answer came.
        while (Next(shown) is { } says && steps++ < 20)
        {
            var after = await SayAsync(http, says);
            await bot.KillAsync();
            await bot.StartAsync();
            shown = await SayAsync(http, $"/complaint resume {id}");
            Question(shown).ShouldBe(Question(after));
        }

        steps.ShouldBeInRange(3, 19);
        shown.ShouldContain("What to do, in this order");
        await SayAsync(http, $"/complaint step {id} tick 0 on");
        await SayAsync(http, $"/complaint remind {id} in 3 days");
        await bot.KillAsync();
        await bot.StartAsync();
        shown = await SayAsync(http, $"/complaint resume {id}");
        shown.ShouldContain("☑ 1.");
        shown.ShouldContain("Reminder: ");
        (await SayAsync(http, "/complaint list")).ShouldContain(id);
    }

    private static string? Next(string html) => Step.Matches(html)
        .Select(match => match.Groups["rest"].Value)
        .FirstOrDefault(rest => rest.StartsWith("answer ", StringComparison.Ordinal) && rest.Split(' ').Length == 3 || rest.StartsWith("skip ", StringComparison.Ordinal)) is { } rest
            ? $"/complaint step {Step.Match(html).Groups["id"].Value} {rest}"
            : null;

    private static string Question(string html) => html.IndexOf(": question ", StringComparison.Ordinal) is var at and >= 0 ? html[at..(at + 20)] : "result";

    private static async Task<string> SayAsync(HttpClient http, string say)
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("say", say)]);
        using var response = await http.PostAsync("/chat", content);
        response.EnsureSuccessStatusCode();
        return System.Net.WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }
}
