using System.Text.Json.Serialization;

namespace NodeBot.Discord.Wire;

/// <summary>Opcode 1, with the last sequence number seen.</summary>
internal sealed record HeartbeatProperties([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? D)
{
    public int Op { get; } = 1;
}
