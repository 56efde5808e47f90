namespace NodeBot.Discord.Wire;

/// <summary>What ids of an interaction stand for.</summary>
internal sealed record JsonResolved
{
    public IReadOnlyDictionary<string, JsonMessage>? Messages { get; init; }
}
