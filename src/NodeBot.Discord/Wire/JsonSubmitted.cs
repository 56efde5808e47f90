namespace NodeBot.Discord.Wire;

/// <summary>A component of a submitted modal: a label around one component, an action row around several, or the component itself.</summary>
internal sealed record JsonSubmitted
{
    public int? Type { get; init; }

    public string? CustomId { get; init; }

    public string? Value { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    public JsonSubmitted? Component { get; init; }

    public IReadOnlyList<JsonSubmitted>? Components { get; init; }
}
