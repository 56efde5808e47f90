using System.Text.Json;
using NodeBot.Core.Privacy;

namespace NodeBot.Core.Complaints.Cases;

/// <summary>Cases among a member's private records.</summary>
/// <param name="open">Opens the records late.</param>
/// <param name="rules">How long cases are kept.</param>
/// <param name="time">The clock.</param>
public sealed class CaseStore(Func<Task<PrivateRecords>> open, CaseRules rules, TimeProvider time)
{
    /// <returns>Whether there was room for it.</returns>
    public async Task<bool> AddAsync(string member, Case @case, CancellationToken cancellation) =>
        await (await open().ConfigureAwait(false)).AddAsync(PrivateKind.Case, member, Record(@case), cancellation).ConfigureAwait(false);

    /// <returns>The case; null when there is none, or when it is another member's.</returns>
    public async Task<Case?> FindAsync(string member, string id, CancellationToken cancellation) =>
        Read(await (await open().ConfigureAwait(false)).FindAsync(PrivateKind.Case, member, id, cancellation).ConfigureAwait(false));

    /// <returns>The member's cases, newest first.</returns>
    public async Task<IReadOnlyList<Case>> ListAsync(string member, CancellationToken cancellation) =>
        [.. (await (await open().ConfigureAwait(false)).ListAsync(PrivateKind.Case, member, cancellation).ConfigureAwait(false)).Select(record => Read(record)!)];

    /// <param name="member">Whose it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="change">Gives the new state; may be called more than once. The same state changes nothing.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The case as it is now; null when there is none, or when it is another member's.</returns>
    public async Task<Case?> ChangeAsync(string member, string id, Func<Case, Case> change, CancellationToken cancellation) =>
        Read(await (await open().ConfigureAwait(false)).ChangeAsync(PrivateKind.Case, member, id, record => Changed(record, change), cancellation).ConfigureAwait(false));

    /// <returns>Whether there was one; it is gone at once.</returns>
    public async Task<bool> RemoveAsync(string member, string id, CancellationToken cancellation) =>
        await (await open().ConfigureAwait(false)).RemoveAsync(PrivateKind.Case, member, id, cancellation).ConfigureAwait(false);

    /// <summary>Deletes all that is kept for a member, letters as well.</summary>
    /// <returns>How many things there were.</returns>
    public async Task<int> RemoveAllAsync(string member, CancellationToken cancellation) =>
        await (await open().ConfigureAwait(false)).RemoveAllAsync(member, cancellation).ConfigureAwait(false);

    /// <returns>A code that takes the case along to another surface; null when there is no such case.</returns>
    public async Task<string?> MakeCodeAsync(string member, string id, CancellationToken cancellation) =>
        await (await open().ConfigureAwait(false)).MakeCodeAsync(PrivateKind.Case, member, id, cancellation).ConfigureAwait(false);

    /// <returns>The case that a code leads to, from now on this member's as well; null when it leads nowhere.</returns>
    public async Task<Case?> TakeAsync(string member, string code, CancellationToken cancellation) =>
        Read(await (await open().ConfigureAwait(false)).TakeAsync(PrivateKind.Case, member, code, cancellation).ConfigureAwait(false));

    /// <returns>Cases whose time to remind has come.</returns>
    public async Task<IReadOnlyList<Case>> DueAsync(int limit, CancellationToken cancellation) =>
        [.. (await (await open().ConfigureAwait(false)).DueAsync(time.GetUtcNow(), limit, cancellation).ConfigureAwait(false)).Select(record => Read(record)!)];

    /// <summary>As <see cref="ChangeAsync"/>, for the one who reminds.</summary>
    public async Task ChangeDueAsync(string id, Func<Case, Case> change, CancellationToken cancellation) =>
        await (await open().ConfigureAwait(false)).ChangeDueAsync(id, record => Changed(record, change), cancellation).ConfigureAwait(false);

    private PrivateRecord? Changed(PrivateRecord record, Func<Case, Case> change)
    {
        var before = Read(record)!;
        var after = change(before);
        return ReferenceEquals(before, after) ? null : Record(after);
    }

    private PrivateRecord Record(Case @case) => new(@case.Id, JsonSerializer.Serialize(@case, CaseJson.Default.Case))
    {
        DeleteAt = rules.DeleteAt(@case, time.GetUtcNow()),
        RemindAt = @case.ClosedAt is null ? @case.RemindAt : null,
    };

    private static Case? Read(PrivateRecord? record) => record is null ? null : JsonSerializer.Deserialize(record.Content, CaseJson.Default.Case);
}
