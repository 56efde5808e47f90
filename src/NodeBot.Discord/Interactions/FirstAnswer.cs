using NodeBot.Core.Conversation;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Interactions;

/// <summary>What to answer first, and what to do after it was delivered.</summary>
/// <param name="Response">The first answer.</param>
/// <param name="Files">Files that go with it.</param>
/// <param name="After">Further messages, or the edit of a deferred one; null for nothing.</param>
/// <param name="IsDeferred">Whether the answer itself comes later.</param>
internal sealed record FirstAnswer(InteractionResponseProperties Response, IReadOnlyList<ReplyFile> Files, Func<CancellationToken, Task>? After = null, bool IsDeferred = false)
{
    /// <summary>Whether it can stand in the answer to an HTTP request: what comes after it must not overtake it, and files need a request of their own.</summary>
    public bool FitsResponse => Files.Count == 0 && (After is null || IsDeferred);
}
