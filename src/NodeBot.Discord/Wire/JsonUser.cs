namespace NodeBot.Discord.Wire;

/// <summary>A user.</summary>
internal sealed record JsonUser
{
    public string? Id { get; init; }

    public bool? Bot { get; init; }
}
