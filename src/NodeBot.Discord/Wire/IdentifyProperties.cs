namespace NodeBot.Discord.Wire;

/// <summary>Opcode 2.</summary>
internal sealed record IdentifyProperties(IdentifyData D)
{
    public int Op { get; } = 2;
}
