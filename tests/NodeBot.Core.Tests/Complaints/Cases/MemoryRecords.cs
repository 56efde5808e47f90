using System.Collections.Concurrent;
using NodeBot.Core.Privacy;

namespace NodeBot.Core.Tests.Complaints.Cases;

/// <summary>Private records in memory: the contract that the storage tests hold the database to.</summary>
internal sealed class MemoryRecords : PrivateRecords
{
    private readonly ConcurrentDictionary<string, (PrivateKind Kind, HashSet<string> Holders, PrivateRecord Record)> _records = new();
    private readonly ConcurrentDictionary<string, string> _codes = new();
    private readonly List<string> _order = [];

    public int Writes { get; private set; }

    public override Task<bool> AddAsync(PrivateKind kind, string member, PrivateRecord record, CancellationToken cancellation)
    {
        if (Of(kind, member).Count() >= MostPerMember)
            return Task.FromResult(false);
        _records[record.Id] = (kind, [member], record);
        _order.Add(record.Id);
        return Task.FromResult(true);
    }

    public override Task<PrivateRecord?> FindAsync(PrivateKind kind, string member, string id, CancellationToken cancellation) =>
        Task.FromResult(Of(kind, member).FirstOrDefault(record => record.Id == id));

    public override Task<IReadOnlyList<PrivateRecord>> ListAsync(PrivateKind kind, string member, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PrivateRecord>>([.. Of(kind, member).OrderByDescending(record => _order.IndexOf(record.Id))]);

    public override async Task<PrivateRecord?> ChangeAsync(PrivateKind kind, string member, string id, Func<PrivateRecord, PrivateRecord?> change, CancellationToken cancellation)
    {
        if (await FindAsync(kind, member, id, cancellation) is not { } before)
            return null;
        await ChangeDueAsync(id, change, cancellation);
        return _records[before.Id].Record;
    }

    public override async Task<bool> RemoveAsync(PrivateKind kind, string member, string id, CancellationToken cancellation) =>
        await FindAsync(kind, member, id, cancellation) is not null && _records.TryRemove(id, out _);

    public override Task<int> RemoveAllAsync(string member, CancellationToken cancellation) =>
        Task.FromResult(_records.Where(pair => pair.Value.Holders.Contains(member)).Count(pair => _records.TryRemove(pair.Key, out _)));

    public override async Task<string?> MakeCodeAsync(PrivateKind kind, string member, string id, CancellationToken cancellation)
    {
        if (await FindAsync(kind, member, id, cancellation) is null)
            return null;
        var code = NewId() + NewId();
        _codes[code] = id;
        return code;
    }

    public override Task<PrivateRecord?> TakeAsync(PrivateKind kind, string member, string code, CancellationToken cancellation)
    {
        if (!_codes.TryRemove(code, out var id) || !_records.TryGetValue(id, out var found))
            return Task.FromResult<PrivateRecord?>(null);
        found.Holders.Add(member);
        return Task.FromResult<PrivateRecord?>(found.Record);
    }

    public override Task<IReadOnlyList<PrivateRecord>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PrivateRecord>>([.. _records.Values.Select(value => value.Record).Where(record => record.RemindAt <= now).Take(limit)]);

    public override Task ChangeDueAsync(string id, Func<PrivateRecord, PrivateRecord?> change, CancellationToken cancellation)
    {
        var (kind, holders, before) = _records[id];
        if (change(before) is { } after)
        {
            _records[id] = (kind, holders, after);
            Writes++;
        }

        return Task.CompletedTask;
    }

    public override Task<int> PurgeAsync(DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult(_records.Where(pair => pair.Value.Record.DeleteAt <= now).Count(pair => _records.TryRemove(pair.Key, out _)));

    private IEnumerable<PrivateRecord> Of(PrivateKind kind, string member) =>
        _records.Values.Where(value => value.Kind == kind && value.Holders.Contains(member)).Select(value => value.Record);
}
