using Microsoft.Extensions.Time.Testing;
using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Complaints.Playbooks;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Letters;

namespace NodeBot.Core.Tests.Complaints.Cases;

/// <summary>Cases of a small playbook, with the clock at 24 November 2026, 10:00 UTC.</summary>
internal sealed class TestCases
{
    private readonly Dispatcher _dispatcher;

    public TestCases()
    {
        var knowledge = new KnowledgeBase([Organisation("organisation/de", "DE"), Organisation("organisation/fr", "FR")], [], [new Alias("germany", AliasKind.Country, "DE", ["deutschland"], ["DE"])]) { Playbooks = [Playbook] };
        Store = new CaseStore(() => Task.FromResult<NodeBot.Core.Privacy.PrivateRecords>(Records), new CaseRules(TimeSpan.FromDays(30)), Time);
        Replies = new CaseReplies(knowledge);
        Desk = new CaseDesk(Store, knowledge, new CountryLaw(new HashSet<string> { "DE", "FR" }, new HashSet<string> { "RU" }), Replies, Time);
        _dispatcher = new Dispatcher(
        [
            new ComplaintStartCommand(Desk), new ComplaintListCommand(Desk, Replies), new ComplaintResumeCommand(Desk, Replies), new ComplaintRemindCommand(Desk, Replies),
            new ComplaintCloseCommand(Desk, Replies), new ComplaintDeleteCommand(Desk, Replies), new CaseStepCommand(Desk, Replies, new LetterDesk(new LetterWriter(knowledge), new LetterDrafts(() => Task.FromResult<NodeBot.Core.Privacy.PrivateRecords>(Records), Time))),
        ]);
    }

    public static Playbook Playbook { get; } = new()
    {
        Id = "law_firm_demand",
        Title = "A law firm writes",
        Summary = "It wants something.",
        Urgency = "Days.",
        ActWithinHours = 72,
        Recognise = ["A letter head."],
        Cues = [],
        Questions =
        [
            new PlaybookQuestion("deadline", "Until when?", "To be in time.", QuestionKind.Date) { Fills = "deadline" },
            new PlaybookQuestion("country", "Where do you live?", "Laws differ.", QuestionKind.Country),
            new PlaybookQuestion("sign", "Is there anything to sign?", "It can bind you.", QuestionKind.Choice) { Choices = [new PlaybookChoice("yes", "Yes"), new PlaybookChoice("no", "No")] },
            new PlaybookQuestion("what", "What is it called?", "To name it.", QuestionKind.Text) { When = [new PlaybookCondition("sign", ["yes"], null)] },
        ],
        RedFlags =
        [
            new RedFlag("soon", [new PlaybookCondition(null, [], CaseFacts.DeadlineWithin48Hours)], "Less than two days are left", "Call a lawyer today."),
            new RedFlag("sign", [new PlaybookCondition("sign", ["yes"], null)], "It asks you to sign", "Sign nothing."),
        ],
        Steps = [new PlaybookStep("Keep the letter.", []), new PlaybookStep("Do not sign it.", [new PlaybookCondition("sign", ["yes"], null)]), new PlaybookStep("Answer in time.", [])],
        Never = ["Pay at once."],
        Contacts = ["A lawyer"],
        Letters = [new FittingLetter("reply-law-firm-germany", [new PlaybookCondition("country", ["DE"], null)]), new FittingLetter("reply-law-firm", [])],
        ReplyMust = ["Your role"],
        ReplyMustNot = ["An admission"],
        Variants = new Dictionary<string, string>(),
        Rests = [],
        Sources = [],
        Confidence = Confidence.High,
        AsOf = "2026-07",
    };

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    public MemoryRecords Records { get; } = new();

    public CaseStore Store { get; }

    public CaseReplies Replies { get; }

    public CaseDesk Desk { get; }

    /// <returns>The reply to what a member types or presses.</returns>
    public async Task<Reply> SayAsync(string said, string? member = "discord:1", string? value = null)
    {
        var turn = Turn.Parse(Surface.Discord, said, _dispatcher.Specs) with { Member = member };
        if (value is not null)
            turn = turn with { Options = new Dictionary<string, string>(turn.Options) { [CaseStepCommand.ValueOption] = value } };
        return await _dispatcher.DispatchAsync(turn, default);
    }

    /// <returns>Id of a new case of a member, at its first question.</returns>
    public async Task<string> StartAsync(string member = "discord:1")
    {
        await SayAsync("/complaint start law_firm_demand", member);
        return (await Store.ListAsync(member, default))[0].Id;
    }

    /// <returns>Everything that is read in a reply.</returns>
    public static string Text(Reply reply) => string.Join('\n', reply.Blocks.Select(block => block switch
    {
        TextBlock text => text.Text,
        HeadingBlock heading => heading.Text,
        MemberTextBlock member => member.Text,
        QuoteBlock quote => quote.Text,
        _ => "",
    }));

    private static Passage Organisation(string id, string country) => new()
    {
        Id = id, Source = PassageSource.Organisation, Title = id, Section = "Organisations", Text = $"Helpers of {country}", Language = "en", AsOf = "2026", Sources = [new SourceReference("x", null)], Country = country,
    };
}
