using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace NodeBot.Peers.Discord;

/// <summary>A session of the fake gateway: what was sent in it is kept, so that it can be resumed.</summary>
internal sealed class FakeSession(string id, int shard, int shards)
{
    public string Id { get; } = id;

    public int Shard { get; } = shard;

    public int Shards { get; } = shards;

    public List<JsonObject> Events { get; } = [];

    /// <summary>Its connection; null while it has none.</summary>
    public FakeSocket? Socket { get; set; }

    /// <summary>Whether a guild's events go to this shard (Discord's documentation, "Sharding").</summary>
    public bool Has(string? guild) => guild is null ? Shard == 0 : (int)((ulong.Parse(guild, System.Globalization.CultureInfo.InvariantCulture) >> 22) % (ulong)Shards) == Shard;
}
