namespace NodeBot.Discord.Wire;

/// <summary>Somebody used the bot. Fields may be missing, and there may be more: nothing of it is trusted.</summary>
internal sealed record JsonInteraction
{
    public string? Id { get; init; }

    public string? ApplicationId { get; init; }

    public InteractionType? Type { get; init; }

    public JsonInteractionData? Data { get; init; }

    public string? GuildId { get; init; }

    public string? ChannelId { get; init; }

    public JsonChannel? Channel { get; init; }

    public JsonMember? Member { get; init; }

    public JsonUser? User { get; init; }

    public string? Token { get; init; }

    public string? Locale { get; init; }

    public JsonOwners? AuthorizingIntegrationOwners { get; init; }
}
