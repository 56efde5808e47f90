namespace NodeBot.Discord.Wire;

/// <summary>Begins a session.</summary>
internal sealed record IdentifyData(string Token, int Intents, IReadOnlyList<int> Shard)
{
    public ClientProperties Properties { get; } = new();
}
