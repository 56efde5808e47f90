namespace NodeBot.Discord.Wire;

/// <summary>A member of a guild.</summary>
internal sealed record JsonMember
{
    public JsonUser? User { get; init; }

    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Bit set as a string: what the member may do in this channel.</summary>
    public string? Permissions { get; init; }
}
