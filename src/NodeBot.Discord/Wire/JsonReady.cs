namespace NodeBot.Discord.Wire;

/// <summary>A session has begun.</summary>
internal sealed record JsonReady
{
    public string? SessionId { get; init; }

    public string? ResumeGatewayUrl { get; init; }

    public JsonUser? User { get; init; }

    public JsonApplication? Application { get; init; }
}
