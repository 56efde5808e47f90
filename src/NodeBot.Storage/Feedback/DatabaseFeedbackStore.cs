using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodeBot.Core.Feedback;

namespace NodeBot.Storage.Feedback;

/// <summary>Verdicts in the database.</summary>
internal sealed class DatabaseFeedbackStore(Database database, TimeProvider time) : FeedbackStore
{
    public override async Task PutAsync(FeedbackEntry entry, CancellationToken cancellation)
    {
        var key = await KeyAsync(cancellation).ConfigureAwait(false);
        var id = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{entry.Community}\n{entry.Member}\n{entry.Passage}")));
        var now = time.GetUtcNow();
        try
        {
            await database.InTransactionAsync(context => WriteAsync(context, id, entry, now, cancellation), cancellation).ConfigureAwait(false);
        }
        catch (StorageException e) when (e.InnerException is DbUpdateException)
        {
            // The same press arrived twice at once: the row is there now, and is changed.
            await database.InTransactionAsync(context => WriteAsync(context, id, entry, now, cancellation), cancellation).ConfigureAwait(false);
        }
    }

    public override async Task<IReadOnlyList<FeedbackCount>> CountAsync(string community, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var oldest = (time.GetUtcNow() - Kept).ToUnixTimeMilliseconds();
        var counts = await context.Feedback
            .Where(row => row.Community == community && row.At >= oldest)
            .GroupBy(row => new { row.Passage, row.Verdict, row.Country })
            .Select(group => new { group.Key.Passage, group.Key.Verdict, group.Key.Country, Count = group.Count() })
            .OrderByDescending(count => count.Count).ThenBy(count => count.Passage)
            .ToListAsync(cancellation).ConfigureAwait(false);
        return [.. counts.Select(count => new FeedbackCount(count.Passage, Enum.Parse<Verdict>(count.Verdict), count.Country, count.Count))];
    }

    private static async Task<bool> WriteAsync(NodeBotContext context, string id, FeedbackEntry entry, DateTimeOffset now, CancellationToken cancellation)
    {
        var oldest = (now - Kept).ToUnixTimeMilliseconds();
        await context.Feedback.Where(old => old.At < oldest).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        var row = await context.Feedback.FindAsync([id], cancellation).ConfigureAwait(false);
        if (row is null)
            context.Feedback.Add(row = new FeedbackRow { Id = id, Community = entry.Community, Passage = entry.Passage, Verdict = "" });
        (row.Verdict, row.Country, row.At) = (entry.Verdict.ToString(), entry.Country, now.ToUnixTimeMilliseconds());
        return true;
    }

    private async Task<byte[]> KeyAsync(CancellationToken cancellation) => Convert.FromBase64String(await database.SecretAsync(
        SecretRow.Feedback,
        () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes)),
        cancellation).ConfigureAwait(false));
}
