namespace NodeBot.Discord.Wire;

/// <summary>A message.</summary>
internal sealed record JsonMessage
{
    public string? Id { get; init; }

    public string? ChannelId { get; init; }

    public string? GuildId { get; init; }

    public JsonUser? Author { get; init; }

    public JsonMember? Member { get; init; }

    public string? WebhookId { get; init; }

    public string? Content { get; init; }

    public IReadOnlyList<JsonUser>? Mentions { get; init; }
}
