namespace NodeBot.Discord.Wire;

/// <summary>Where the gateway is and how it may be used.</summary>
internal sealed record JsonGatewayBot
{
    public string? Url { get; init; }

    public int Shards { get; init; } = 1;

    public JsonSessionStartLimit? SessionStartLimit { get; init; }
}
