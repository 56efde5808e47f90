namespace NodeBot.Discord.Rest;

/// <summary>Where a request goes.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">Below the base address, without a slash at the start.</param>
/// <param name="Template">The path without ids: requests of one template share a limit until the server says which they share.</param>
/// <param name="Major">The id that limits count apart by: a channel, a guild, or an interaction's token.</param>
internal sealed record Route(HttpMethod Method, string Path, string Template, string Major)
{
    /// <summary>Whether the bot's token goes with it. Answers to interactions carry their own and are not under the global limit.</summary>
    public bool IsBot { get; init; } = true;

    /// <summary>Whether a second try of a request whose answer was lost does no harm.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>For how long trying is worth it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What the guild's audit log says of it; null for nothing.</summary>
    public string? AuditReason { get; init; }

    public string Key => $"{Method} {Template}";
}
