using NodeBot.Core.Replicas;

namespace NodeBot.Discord.Tests;

/// <summary>A lease in memory.</summary>
internal sealed class MemoryLeases : Leases
{
    private readonly Lock _lock = new();
    private string? _holder;

    public override Task<bool> TryLeaseAsync(string name, string holder, TimeSpan duration, CancellationToken cancellation)
    {
        lock (_lock)
            return Task.FromResult((_holder ??= holder) == holder);
    }

    public override Task ReleaseAsync(string name, string holder, CancellationToken cancellation)
    {
        lock (_lock)
            _holder = _holder == holder ? null : _holder;
        return Task.CompletedTask;
    }
}
