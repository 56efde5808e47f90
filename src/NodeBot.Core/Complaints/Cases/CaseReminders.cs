using NodeBot.Core.Conversation;

namespace NodeBot.Core.Complaints.Cases;

/// <summary>Sends the reminders that are due, and deletes what is over.</summary>
/// <param name="desk">Has the cases.</param>
/// <param name="replies">Shows them.</param>
/// <param name="messengers">The way to write to a member of a surface; null where there is none.</param>
public sealed class CaseReminders(CaseDesk desk, CaseReplies replies, Func<Surface, MemberMessenger?> messengers)
{
    private const int AtOnce = 50;

    // A member who cannot be written to now may be tomorrow; the case shows the reminder in the meantime.
    private static readonly TimeSpan TryAgain = TimeSpan.FromHours(1);
    private static readonly TimeSpan GiveUp = TimeSpan.FromDays(1);

    /// <summary>Sends what is due. Called again after a crash, it sends again with the same key, which the platform then knows.</summary>
    /// <returns>What could not be sent and why, naming nobody.</returns>
    public async Task<IReadOnlyList<string>> SendDueAsync(CancellationToken cancellation)
    {
        var failures = new List<string>();
        foreach (var @case in await desk.Store.DueAsync(AtOnce, cancellation).ConfigureAwait(false))
        {
            var failed = await SendAsync(@case, cancellation).ConfigureAwait(false);
            if (failed is not null)
                failures.Add(failed);
            var due = @case.RemindAt;
            // Only this reminder: the member may have set another one in the meantime.
            await desk.Store.ChangeDueAsync(@case.Id, now => now.RemindAt != due ? now : Reminded(now, failed is not null), cancellation).ConfigureAwait(false);
        }

        return failures;
    }

    private Case Reminded(Case now, bool failed)
    {
        var first = now.RemindedAt ?? desk.Now;
        return failed && desk.Now - first < GiveUp
            ? now with { RemindedAt = first, RemindAt = desk.Now + TryAgain }
            : now with { RemindedAt = desk.Now, RemindAt = null };
    }

    private async Task<string?> SendAsync(Case @case, CancellationToken cancellation)
    {
        string? failed = null;
        foreach (var member in @case.Reach)
        {
            if (Enum.TryParse<Surface>(member.Split(':')[0], ignoreCase: true, out var surface) && messengers(surface) is { } messenger)
                failed = await messenger.SendAsync(member, Message(@case), $"{@case.Id}{@case.RemindAt!.Value.ToUnixTimeSeconds()}", cancellation).ConfigureAwait(false) ?? failed;
        }

        return failed;
    }

    private Reply Message(Case @case)
    {
        var deadline = desk.Walk(@case)?.Deadline is { } day ? $" The deadline is {day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}." : "";
        return CaseReplies.Private(
            [new TextBlock($"A reminder, as you asked: {replies.Title(@case)} ({@case.Id}).{deadline}")],
            [new ReplyAction("Go on with the case", $"/complaint resume {@case.Id}"), new ReplyAction("Remind me tomorrow", $"/complaint remind {@case.Id} tomorrow"), new ReplyAction("Close the case", CaseStepCommand.Says(@case.Id, "close"))]);
    }
}
