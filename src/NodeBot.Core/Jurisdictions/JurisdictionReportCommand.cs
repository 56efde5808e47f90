using NodeBot.Core.Conversation;
using NodeBot.Core.Privacy;

namespace NodeBot.Core.Jurisdictions;

/// <summary><c>/jurisdiction report-change</c>: a member says what has changed; the moderators decide on it.</summary>
/// <param name="question">Reads the country.</param>
/// <param name="requests">Keeps one member from flooding the moderators.</param>
/// <param name="store">Opened late.</param>
public sealed class JurisdictionReportCommand(CountryQuestion question, HumanRequests requests, Func<Task<ChangeReports>> store) : Command
{
    public const string Name = "jurisdiction report-change";

    /// <summary>Longest report.</summary>
    public const int MaxLength = 1500;

    private const string CountryOption = "country";
    private const string TextOption = "text";

    public override CommandSpec Spec { get; } = new(
        Name,
        "Tell the moderators that a country's law has changed; only the redacted text is kept",
        [
            new OptionSpec(CountryOption, "The country's name or code", Required: true, CountryQuestion.MaxLength) { Completes = true },
            new OptionSpec(TextOption, "What has changed, since when, and where it stands; leave it out to get a form", Required: false, MaxLength),
        ],
        "/jurisdiction report-change Germany")
    {
        IsPrivate = true,
        NeedsCommunity = true,
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var (jurisdiction, instead) = question.Read(turn.Options.GetValueOrDefault(CountryOption), "/" + Name);
        if (jurisdiction is null)
            return instead!;
        var text = turn.Options.GetValueOrDefault(TextOption)?.Trim();
        if (string.IsNullOrEmpty(text))
            return Ask(jurisdiction);
        if (text.Length > MaxLength)
            return Reply.Privately($"The report has {text.Length} characters; at most {MaxLength} are read. Say in a few sentences what has changed, since when, and where it stands.");
        if (!requests.TryTake(turn.Member ?? ""))
            return Reply.Privately($"You have reported {HumanRequests.Most} changes within the last hour. They are there; report more later.");
        var redaction = Redactor.Redact(string.Concat(text.Where(c => !char.IsControl(c) || c == '\n')));
        await (await store().ConfigureAwait(false)).AddAsync(turn.Community!, jurisdiction.Code, redaction.Text, cancellation).ConfigureAwait(false);
        var taken = redaction.Removed.Count == 0 ? "" : $" I took out: {string.Join(", ", redaction.Removed)}.";
        return new Reply(
            [
                new TextBlock($"Thank you. The moderators here see your report on {jurisdiction.Name}, without your name.{taken} This is what is kept:"),
                new MemberTextBlock(redaction.Text),
            ],
            [])
        {
            Visibility = Visibility.Private,
        };
    }

    public override ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation) => ValueTask.FromResult(question.Choices);

    private static Reply Ask(Jurisdiction jurisdiction) =>
        Reply.Privately($"What has changed in {jurisdiction.Name}? Write what, since when, and where it stands. Leave out names and addresses: the moderators see the text, not who wrote it.") with
        {
            Form = new Form("Report a change", $"/{Name} {jurisdiction.Code}", [new FormField(TextOption, "What has changed", "What, since when, and where it stands. No names, no addresses.", MaxLength) { IsLong = true }]),
        };
}
