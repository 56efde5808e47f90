using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Feedback;

/// <summary><c>/nodebot feedback</c>: what members said of answers, for those who moderate.</summary>
public sealed class FeedbackListCommand(PassageFinder passages, Func<Task<FeedbackStore>> store) : Command
{
    private const int MostShown = 20;

    public override CommandSpec Spec { get; } = new("nodebot feedback", "What members said of the answers here", [], "/nodebot feedback")
    {
        Audience = Audience.Moderators,
        IsPrivate = true,
        NeedsCommunity = true,
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var counts = await (await store().ConfigureAwait(false)).CountAsync(turn.Community!, cancellation).ConfigureAwait(false);
        if (counts.Count == 0)
            return Reply.Privately("Nobody has said anything of an answer here yet. The buttons stand below each answer.");
        var blocks = new List<Block> { new HeadingBlock("What members said of the answers here, within a year") };
        foreach (var group in counts.GroupBy(count => count.Passage).OrderByDescending(group => group.Where(count => count.Verdict != Verdict.Helpful).Sum(count => count.Count)).Take(MostShown))
        {
            var passage = await passages.FindAsync(group.Key, new SearchScope(turn.Community), cancellation).ConfigureAwait(false);
            blocks.Add(new TextBlock($"{passage?.Title ?? group.Key} ({group.Key})"));
            blocks.Add(new MemberTextBlock(string.Join(", ", group.Select(Line))));
        }

        return new Reply(blocks, []) { Visibility = Visibility.Private };
    }

    private static string Line(FeedbackCount count) => count.Verdict switch
    {
        Verdict.Helpful => $"helpful: {count.Count}",
        Verdict.Unhelpful => $"not helpful: {count.Count}",
        _ => $"wrong for {count.Country}: {count.Count}",
    };
}
