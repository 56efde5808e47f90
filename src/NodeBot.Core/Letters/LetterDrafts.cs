using System.Text.Json;
using NodeBot.Core.Privacy;

namespace NodeBot.Core.Letters;

/// <summary>Drafts among a member's private records.</summary>
/// <param name="open">Opens the records late.</param>
/// <param name="time">The clock.</param>
public sealed class LetterDrafts(Func<Task<PrivateRecords>> open, TimeProvider time)
{
    /// <summary>How long a draft is kept after the last change: a letter is written within days.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <returns>Whether there was room for it.</returns>
    public async Task<bool> AddAsync(string member, LetterDraft draft, CancellationToken cancellation) =>
        await (await open().ConfigureAwait(false)).AddAsync(PrivateKind.Letter, member, Record(draft), cancellation).ConfigureAwait(false);

    /// <returns>The draft; null when there is none, or when it is another member's.</returns>
    public async Task<LetterDraft?> FindAsync(string member, string id, CancellationToken cancellation) =>
        Read(await (await open().ConfigureAwait(false)).FindAsync(PrivateKind.Letter, member, id, cancellation).ConfigureAwait(false));

    /// <returns>The draft as it is now; null when there is none, or when it is another member's.</returns>
    public async Task<LetterDraft?> ChangeAsync(string member, string id, Func<LetterDraft, LetterDraft> change, CancellationToken cancellation) =>
        Read(await (await open().ConfigureAwait(false)).ChangeAsync(PrivateKind.Letter, member, id, record => Record(change(Read(record)!)), cancellation).ConfigureAwait(false));

    /// <returns>Whether there was one; it is gone at once.</returns>
    public async Task<bool> RemoveAsync(string member, string id, CancellationToken cancellation) =>
        await (await open().ConfigureAwait(false)).RemoveAsync(PrivateKind.Letter, member, id, cancellation).ConfigureAwait(false);

    private PrivateRecord Record(LetterDraft draft) => new(draft.Id, JsonSerializer.Serialize(draft, LetterDraftJson.Default.LetterDraft)) { DeleteAt = time.GetUtcNow() + Kept };

    private static LetterDraft? Read(PrivateRecord? record) => record is null ? null : JsonSerializer.Deserialize(record.Content, LetterDraftJson.Default.LetterDraft);
}
