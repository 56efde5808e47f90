using System.Security.Cryptography;

namespace NodeBot.Core.Privacy;

/// <summary>
/// What the bot keeps for one member alone: encrypted, found by that member only, deleted when its time is over. Who a member is
/// cannot be read from what is kept.
/// </summary>
public abstract class PrivateRecords
{
    /// <summary>Longest content, in characters.</summary>
    public const int MaxContent = 200_000;

    /// <summary>Most records of one kind that a member has at once.</summary>
    public const int MostPerMember = 25;

    /// <summary>How long a code leads to its record.</summary>
    public static readonly TimeSpan CodeIsGood = TimeSpan.FromDays(7);

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <returns>A new id.</returns>
    public static string NewId() => RandomNumberGenerator.GetString(Letters, 8);

    /// <summary>Adds a record; its id must be new.</summary>
    /// <returns>Whether there was room: a member has <see cref="MostPerMember"/> of a kind at the most.</returns>
    /// <exception cref="Exception">It could not be written; nothing of it was.</exception>
    public abstract Task<bool> AddAsync(PrivateKind kind, string member, PrivateRecord record, CancellationToken cancellation);

    /// <returns>The record; null when there is none, or when it is another member's.</returns>
    public abstract Task<PrivateRecord?> FindAsync(PrivateKind kind, string member, string id, CancellationToken cancellation);

    /// <returns>The member's records, newest first.</returns>
    public abstract Task<IReadOnlyList<PrivateRecord>> ListAsync(PrivateKind kind, string member, CancellationToken cancellation);

    /// <summary>Changes a record; of two changes at once, the second is made of what the first has left.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="member">Whose it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="change">Gives the new state; may be called more than once. Null leaves it as it is.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What is there now; null when there is none, or when it is another member's.</returns>
    public abstract Task<PrivateRecord?> ChangeAsync(PrivateKind kind, string member, string id, Func<PrivateRecord, PrivateRecord?> change, CancellationToken cancellation);

    /// <returns>Whether there was one; it is gone at once.</returns>
    public abstract Task<bool> RemoveAsync(PrivateKind kind, string member, string id, CancellationToken cancellation);

    /// <summary>Deletes all that is kept for a member.</summary>
    /// <returns>How many records there were.</returns>
    public abstract Task<int> RemoveAllAsync(string member, CancellationToken cancellation);

    /// <summary>Makes a code by which the record can be taken along to another surface, once and within <see cref="CodeIsGood"/>. A new one ends the one before.</summary>
    /// <returns>The code, as in <c>ABCD-EFGH-IJKL-MNOP</c>; null when there is no such record.</returns>
    public abstract Task<string?> MakeCodeAsync(PrivateKind kind, string member, string id, CancellationToken cancellation);

    /// <summary>Makes the record of a code the member's as well. The code is used up.</summary>
    /// <returns>The record; null when the code leads nowhere (any more).</returns>
    public abstract Task<PrivateRecord?> TakeAsync(PrivateKind kind, string member, string code, CancellationToken cancellation);

    /// <returns>Records whose time to remind has come, earliest first.</returns>
    public abstract Task<IReadOnlyList<PrivateRecord>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellation);

    /// <summary>As <see cref="ChangeAsync"/>, of a record that is due, for the one who reminds.</summary>
    public abstract Task ChangeDueAsync(string id, Func<PrivateRecord, PrivateRecord?> change, CancellationToken cancellation);

    /// <summary>Deletes what is over.</summary>
    /// <returns>How many records were deleted.</returns>
    public abstract Task<int> PurgeAsync(DateTimeOffset now, CancellationToken cancellation);
}
