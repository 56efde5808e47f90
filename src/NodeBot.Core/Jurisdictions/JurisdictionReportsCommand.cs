using System.Globalization;
using NodeBot.Core.Conversation;

namespace NodeBot.Core.Jurisdictions;

/// <summary><c>/jurisdiction reports</c>: what members say has changed, for those who moderate.</summary>
/// <param name="countries">Names of countries.</param>
/// <param name="store">Opened late.</param>
public sealed class JurisdictionReportsCommand(CountryFinder countries, Func<Task<ChangeReports>> store) : Command
{
    public const string Name = "jurisdiction reports";
    private const string CloseOption = "close";
    private const string AsOption = "as";
    private const int MostShown = 10;

    private static readonly OptionChoice[] Decisions = [new("right, passed on", nameof(ReportState.Accepted)), new("not right, or no use", nameof(ReportState.Rejected))];

    public override CommandSpec Spec { get; } = new(
        Name,
        "What members say has changed in a country, and to close such a report",
        [
            new OptionSpec(CloseOption, "Number of the report to close", Required: false, 20) { Completes = true },
            new OptionSpec(AsOption, "What became of it", Required: false) { Choices = Decisions },
        ],
        "/jurisdiction reports")
    {
        Audience = Audience.Moderators,
        IsPrivate = true,
        NeedsCommunity = true,
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var reports = await store().ConfigureAwait(false);
        return turn.Options.GetValueOrDefault(CloseOption) is { } close
            ? await CloseAsync(reports, turn, close, cancellation).ConfigureAwait(false)
            : await ListAsync(reports, turn, cancellation).ConfigureAwait(false);
    }

    public override async ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation)
    {
        // What is proposed is not yet checked by the dispatcher: the texts of others are for moderators alone.
        if (turn is not { Community: { } community, IsModerator: true })
            return [];
        var open = await (await store().ConfigureAwait(false)).OpenAsync(community, Completion.Limit, cancellation).ConfigureAwait(false);
        return [.. open.Select(report => new OptionChoice($"{report.Id}: {countries.NameOf(report.Country)}, {Day(report)}", report.Id.ToString(CultureInfo.InvariantCulture)))];
    }

    private async Task<Reply> ListAsync(ChangeReports reports, Turn turn, CancellationToken cancellation)
    {
        var open = await reports.OpenAsync(turn.Community!, MostShown + 1, cancellation).ConfigureAwait(false);
        if (open.Count == 0)
            return Reply.Privately("No report is open. Members report changes with /" + JurisdictionReportCommand.Name + ".");
        var blocks = new List<Block> { new HeadingBlock("What members say has changed") };
        foreach (var report in open.Take(MostShown))
        {
            blocks.Add(new TextBlock($"{report.Id}: {countries.NameOf(report.Country)}, {Day(report)}"));
            blocks.Add(new MemberTextBlock(report.Text));
        }

        var more = open.Count > MostShown ? " There are more; close some to see them." : "";
        blocks.Add(new TextBlock($"Close one with /{Name} close: its number, as: what became of it. What is right, pass on to those who keep my knowledge: it does not change by itself.{more}"));
        return new Reply(blocks, []) { Visibility = Visibility.Private };
    }

    private static async Task<Reply> CloseAsync(ChangeReports reports, Turn turn, string close, CancellationToken cancellation)
    {
        if (!long.TryParse(close.Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return Reply.Privately($"close takes the number of a report. /{Name} alone shows those that are open.");
        var decision = turn.Options.GetValueOrDefault(AsOption) ?? nameof(ReportState.Accepted);
        if (Array.TrueForAll(Decisions, choice => choice.Value != decision))
            return Reply.Privately($"as is one of: {string.Join(", ", Decisions.Select(choice => choice.Value))}.");
        var closed = await reports.CloseAsync(turn.Community!, id, Enum.Parse<ReportState>(decision), turn.Member, cancellation).ConfigureAwait(false);
        return Reply.Privately(closed ? $"Report {id} is closed." : $"There is no open report {id} here. /{Name} alone shows those that are open.");
    }

    private static string Day(ChangeReport report) => report.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
