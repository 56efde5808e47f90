namespace NodeBot.Discord.Wire;

/// <summary>What was chosen, pressed or filled in.</summary>
internal sealed record JsonInteractionData
{
    public string? Name { get; init; }

    public CommandType? Type { get; init; }

    public IReadOnlyList<JsonOption>? Options { get; init; }

    public string? TargetId { get; init; }

    public JsonResolved? Resolved { get; init; }

    public string? CustomId { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    public IReadOnlyList<JsonSubmitted>? Components { get; init; }
}
