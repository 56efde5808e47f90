namespace NodeBot.Discord.Wire;

/// <summary>How often to beat, in milliseconds.</summary>
internal sealed record JsonHello
{
    public long HeartbeatInterval { get; init; }
}
