using System.Collections.Concurrent;
using NodeBot.Core.Communities;

namespace NodeBot.Discord.Tests;

/// <summary>Settings of communities in memory.</summary>
internal sealed class MemoryStore : CommunityStore
{
    private readonly ConcurrentDictionary<string, CommunitySettings> _all = new();

    public override Task<CommunitySettings> FindAsync(string community, CancellationToken cancellation) => Task.FromResult(_all.GetValueOrDefault(community, CommunitySettings.Default));

    public override Task<CommunitySettings> UpdateAsync(string community, Func<CommunitySettings, CommunitySettings> change, CancellationToken cancellation) =>
        Task.FromResult(_all.AddOrUpdate(community, _ => change(CommunitySettings.Default), (_, before) => change(before)));

    public override Task<IReadOnlyDictionary<string, CommunitySettings>> AllAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyDictionary<string, CommunitySettings>>(_all);

    public override Task RemoveAsync(string community, CancellationToken cancellation) => Task.FromResult(_all.TryRemove(community, out _));
}
