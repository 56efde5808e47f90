using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodeBot.Core.Privacy;

namespace NodeBot.Storage.Privacy;

/// <summary>Private records in the database.</summary>
internal sealed class DatabasePrivateRecords(Database database, RecordCipher cipher, TimeProvider time) : PrivateRecords
{
    // Two at once on one record are a double click; ten are an attack.
    private const int MostTries = 10;

    // 80 bits: nobody guesses one within its seven days.
    private const int CodeLength = 16;

    private byte[]? _key;

    public override async Task<bool> AddAsync(PrivateKind kind, string member, PrivateRecord record, CancellationToken cancellation)
    {
        var holder = await HashAsync(member, cancellation).ConfigureAwait(false);
        var row = new PrivateRow
        {
            Id = record.Id,
            Kind = kind.ToString(),
            Content = Encrypt(record),
            CreatedAt = Milliseconds(time.GetUtcNow()),
            DeleteAt = Milliseconds(record.DeleteAt),
            RemindAt = Milliseconds(record.RemindAt),
        };
        return await database.InTransactionAsync(
            async context =>
            {
                if (await Of(context, row.Kind, holder).CountAsync(cancellation).ConfigureAwait(false) >= MostPerMember)
                    return false;
                context.PrivateRecords.Add(row);
                context.PrivateHolders.Add(new PrivateHolderRow { Holder = holder, RecordId = row.Id });
                return true;
            },
            cancellation).ConfigureAwait(false);
    }

    public override async Task<PrivateRecord?> FindAsync(PrivateKind kind, string member, string id, CancellationToken cancellation)
    {
        var holder = await HashAsync(member, cancellation).ConfigureAwait(false);
        await using var context = database.Open();
        var row = await Of(context, kind.ToString(), holder).AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation).ConfigureAwait(false);
        return row is null ? null : Record(row);
    }

    public override async Task<IReadOnlyList<PrivateRecord>> ListAsync(PrivateKind kind, string member, CancellationToken cancellation)
    {
        var holder = await HashAsync(member, cancellation).ConfigureAwait(false);
        await using var context = database.Open();
        var rows = await Of(context, kind.ToString(), holder).AsNoTracking().OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(Record)];
    }

    public override async Task<PrivateRecord?> ChangeAsync(PrivateKind kind, string member, string id, Func<PrivateRecord, PrivateRecord?> change, CancellationToken cancellation)
    {
        var holder = await HashAsync(member, cancellation).ConfigureAwait(false);
        return await ChangeAsync(context => Of(context, kind.ToString(), holder).Where(row => row.Id == id), change, cancellation).ConfigureAwait(false);
    }

    public override async Task<bool> RemoveAsync(PrivateKind kind, string member, string id, CancellationToken cancellation)
    {
        var holder = await HashAsync(member, cancellation).ConfigureAwait(false);
        return await database.InTransactionAsync(context => Of(context, kind.ToString(), holder).Where(row => row.Id == id).ExecuteDeleteAsync(cancellation), cancellation).ConfigureAwait(false) > 0;
    }

    public override async Task<int> RemoveAllAsync(string member, CancellationToken cancellation)
    {
        var holder = await HashAsync(member, cancellation).ConfigureAwait(false);
        return await database.InTransactionAsync(
            context => context.PrivateRecords.Where(row => context.PrivateHolders.Any(held => held.Holder == holder && held.RecordId == row.Id)).ExecuteDeleteAsync(cancellation),
            cancellation).ConfigureAwait(false);
    }

    public override async Task<string?> MakeCodeAsync(PrivateKind kind, string member, string id, CancellationToken cancellation)
    {
        if (await FindAsync(kind, member, id, cancellation).ConfigureAwait(false) is null)
            return null;
        var code = NewId() + NewId();
        var row = new PrivateCodeRow { Code = await HashAsync("code:" + code, cancellation).ConfigureAwait(false), RecordId = id, ExpiresAt = Milliseconds(time.GetUtcNow() + CodeIsGood) };
        await database.InTransactionAsync(
            async context =>
            {
                await context.PrivateCodes.Where(old => old.RecordId == id).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                context.PrivateCodes.Add(row);
                return true;
            },
            cancellation).ConfigureAwait(false);
        return string.Join('-', code.Chunk(4).Select(part => new string(part)));
    }

    public override async Task<PrivateRecord?> TakeAsync(PrivateKind kind, string member, string code, CancellationToken cancellation)
    {
        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (plain.Length != CodeLength)
            return null;
        var hash = await HashAsync("code:" + plain, cancellation).ConfigureAwait(false);
        var holder = await HashAsync(member, cancellation).ConfigureAwait(false);
        var now = Milliseconds(time.GetUtcNow());
        return await database.InTransactionAsync(
            async context =>
            {
                var found = await context.PrivateCodes.FirstOrDefaultAsync(row => row.Code == hash && row.ExpiresAt > now, cancellation).ConfigureAwait(false);
                if (found is null || await context.PrivateRecords.AsNoTracking().FirstOrDefaultAsync(row => row.Id == found.RecordId && row.Kind == kind.ToString(), cancellation).ConfigureAwait(false) is not { } row)
                    return null;
                context.PrivateCodes.Remove(found);
                if (!await context.PrivateHolders.AnyAsync(held => held.Holder == holder && held.RecordId == row.Id, cancellation).ConfigureAwait(false))
                    context.PrivateHolders.Add(new PrivateHolderRow { Holder = holder, RecordId = row.Id });
                return Record(row);
            },
            cancellation).ConfigureAwait(false);
    }

    public override async Task<IReadOnlyList<PrivateRecord>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellation)
    {
        var until = Milliseconds(now);
        await using var context = database.Open();
        var rows = await context.PrivateRecords.AsNoTracking().Where(row => row.RemindAt <= until).OrderBy(row => row.RemindAt).Take(limit).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(Record)];
    }

    public override Task ChangeDueAsync(string id, Func<PrivateRecord, PrivateRecord?> change, CancellationToken cancellation) =>
        ChangeAsync(context => context.PrivateRecords.Where(row => row.Id == id), change, cancellation);

    public override async Task<int> PurgeAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var until = Milliseconds(now);
        return await database.InTransactionAsync(
            async context =>
            {
                await context.PrivateCodes.Where(row => row.ExpiresAt <= until).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                return await context.PrivateRecords.Where(row => row.DeleteAt <= until).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
    }

    private async Task<PrivateRecord?> ChangeAsync(Func<NodeBotContext, IQueryable<PrivateRow>> which, Func<PrivateRecord, PrivateRecord?> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.InTransactionAsync(context => ChangeOnceAsync(which(context), change, cancellation), cancellation).ConfigureAwait(false);
            }
            catch (StorageException e) when (e.InnerException is DbUpdateConcurrencyException && attempt < MostTries)
            {
                // Somebody was quicker: the change is made of what that one has left.
            }
        }
    }

    private async Task<PrivateRecord?> ChangeOnceAsync(IQueryable<PrivateRow> which, Func<PrivateRecord, PrivateRecord?> change, CancellationToken cancellation)
    {
        if (await which.FirstOrDefaultAsync(cancellation).ConfigureAwait(false) is not { } row)
            return null;
        var before = Record(row);
        if (change(before) is not { } after)
            return before;
        row.Content = Encrypt(after);
        (row.DeleteAt, row.RemindAt) = (Milliseconds(after.DeleteAt), Milliseconds(after.RemindAt));
        row.Version++;
        return after;
    }

    private static IQueryable<PrivateRow> Of(NodeBotContext context, string kind, string holder) =>
        context.PrivateRecords.Where(row => row.Kind == kind && context.PrivateHolders.Any(held => held.Holder == holder && held.RecordId == row.Id));

    private byte[] Encrypt(PrivateRecord record) => record.Content.Length <= MaxContent
        ? cipher.Encrypt(record.Content)
        : throw new StorageException($"A record has {record.Content.Length} characters; at most {MaxContent} are kept. Nothing was written.");

    private PrivateRecord Record(PrivateRow row) => new(row.Id, cipher.Decrypt(row.Content))
    {
        DeleteAt = DateTimeOffset.FromUnixTimeMilliseconds(row.DeleteAt),
        RemindAt = row.RemindAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
    };

    private async Task<string> HashAsync(string text, CancellationToken cancellation)
    {
        _key ??= Convert.FromBase64String(cipher.Decrypt(Convert.FromBase64String(await database.SecretAsync(
            SecretRow.Private,
            () => Convert.ToBase64String(cipher.Encrypt(Convert.ToBase64String(RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes)))),
            cancellation).ConfigureAwait(false))));
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
    }

    private static long Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    private static long? Milliseconds(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();
}
