using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Complaints.Playbooks;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Discord;
using NodeBot.Discord.Rendering;
using NodeBot.Discord.Wire;
using NodeBot.Peers.Discord;
using NodeBot.Terminal;
using NodeBot.Web.Chat;
using Spectre.Console;

namespace NodeBot.EndToEnd.Tests.Complaints;

/// <summary>Every way through every shipped playbook, in every renderer that there is.</summary>
public sealed class PlaybookPathTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeLoader.Load(Path.Combine(AppContext.BaseDirectory, "knowledge")).Knowledge!;
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Kinds => [.. Knowledge.Playbooks.Select(playbook => playbook.Id)];

    [Fact]
    public void The_eleven_kinds_are_there() => Knowledge.Playbooks.Select(playbook => playbook.Id).Order().ShouldBe(
    [
        "copyright_notice_automated", "court_order_or_subpoena", "data_subject_request", "defamation_or_harassment", "fraud_or_account_takeover", "host_abuse_ticket",
        "law_enforcement_enquiry", "law_firm_demand", "police_visit_or_seizure", "scan_bruteforce_hacking", "spam_or_blacklist",
    ]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_way_leads_to_an_end_and_everything_can_be_reached(string kind)
    {
        var playbook = Knowledge.Playbooks.Single(playbook => playbook.Id == kind);
        var (questions, flags, steps, letters) = (new HashSet<string>(), new HashSet<string>(), new HashSet<int>(), new HashSet<string>());
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var replies = new CaseReplies(Knowledge);
        foreach (var walk in new PlaybookPaths(playbook, Bot.LawOf(Knowledge), DateOnly.FromDateTime(Now.UtcDateTime)).All())
        {
            flags.UnionWith(walk.RedFlags.Select(flag => flag.Id));
            var raised = string.Join(',', walk.RedFlags.Select(flag => flag.Id));
            if (walk.Next is { } next)
            {
                questions.Add(next.Id);
                if (shown.Add($"{next.Id} {raised}"))
                    await RenderAsync(replies.Question(walk, next, walk.RedFlags, "A problem that is told."));
                continue;
            }

            steps.UnionWith(walk.Steps.Select(step => step.Number));
            letters.UnionWith(walk.Letters.Select(letter => letter.Id));
            walk.Steps.Count().ShouldBeGreaterThanOrEqualTo(3, "A checklist holds something to do.");
            if (kind != "police_visit_or_seizure")
                walk.Letters.ShouldNotBeEmpty("There is something to write.");
            if (shown.Add($"end {raised} {string.Join(',', walk.Letters.Select(letter => letter.Id))}"))
                await RenderAsync(replies.Result(walk, Now) with { Files = DeadlineCalendar.Files(walk) });
            if (shown.Add("lists"))
            {
                await RenderAsync(CaseReplies.Ticks(walk));
                await RenderAsync(CaseReplies.Answers(walk));
            }
        }

        questions.ShouldBe(playbook.Questions.Select(question => question.Id), ignoreOrder: true);
        steps.ShouldBe(Enumerable.Range(0, playbook.Steps.Count), ignoreOrder: true);
        letters.ShouldBe(playbook.Letters.Select(letter => letter.Id).Distinct(), ignoreOrder: true);
        // A shared flag may stand on a question that this playbook does not ask; an own one may not.
        flags.ShouldBe(playbook.RedFlags.Where(flag => CanBeAsked(playbook, flag)).Select(flag => flag.Id), ignoreOrder: true);
        playbook.Letters.ShouldAllBe(letter => Knowledge.Letters.Any(template => template.Id == letter.Id));
    }

    private static bool CanBeAsked(Playbook playbook, RedFlag flag)
    {
        bool Asks(string id) => playbook.Questions.Any(question => question.Id == id);
        return flag.When.All(condition => condition.Fact switch
        {
            CaseFacts.ForeignSender => Asks("sender_country") && Asks("country"),
            CaseFacts.RestrictedCountry or CaseFacts.Eu => Asks("country"),
            CaseFacts.RelayNotExit => Asks("role"),
            CaseFacts.DidNotRun => Asks("ran_then"),
            CaseFacts.DeadlinePassed or CaseFacts.DeadlineWithin48Hours => Asks("deadline") || playbook.Questions.Any(question => question.Fills == "deadline"),
            _ => true,
        });
    }

    private static async Task RenderAsync(Reply reply)
    {
        foreach (var style in new[] { MessageStyle.Components, MessageStyle.Embeds })
        {
            var options = new RenderOptions(style, new Uri("https://nodebot.example/"), Texts.For("en"), IsEphemeral: true);
            var messages = ReplyRenderer.Render(reply, options);
            foreach (var message in messages)
                MessageRules.Problems(JsonSerializer.SerializeToNode(message.Properties, DiscordJson.Default.MessageProperties)).ShouldBeEmpty();
            // Nothing that can be pressed is lost on the way.
            var json = string.Concat(messages.Select(message => JsonSerializer.Serialize(message.Properties, DiscordJson.Default.MessageProperties)));
            reply.Actions.ShouldAllBe(action => json.Contains(action.Says));
        }

        if (reply.Form is { } form)
            form.Fields.Count.ShouldBeInRange(1, 5);
        var html = await HtmlAsync(reply);
        reply.Actions.ShouldAllBe(action => html.Contains($"value=\"{action.Says}\""));
        using var written = new StringWriter();
        new ReplyPrinter(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(written), Ansi = AnsiSupport.No }), new Uri("https://nodebot.example/")).Print(reply);
        written.ToString().ShouldContain(reply.Actions[^1].Label.Split(" ")[0]);
    }

    private static async Task<string> HtmlAsync(Reply reply)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<ReplyView>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Reply"] = reply }))).ToHtmlString());
    }
}
