namespace NodeBot.Discord.Wire;

/// <summary>Opcode 6.</summary>
internal sealed record ResumeProperties(ResumeData D)
{
    public int Op { get; } = 6;
}
