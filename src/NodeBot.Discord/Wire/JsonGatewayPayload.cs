using System.Text.Json;

namespace NodeBot.Discord.Wire;

/// <summary>What the gateway sends.</summary>
internal sealed record JsonGatewayPayload
{
    public int Op { get; init; }

    public JsonElement D { get; init; }

    public long? S { get; init; }

    public string? T { get; init; }
}
