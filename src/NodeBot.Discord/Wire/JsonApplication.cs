namespace NodeBot.Discord.Wire;

/// <summary>The bot's application.</summary>
internal sealed record JsonApplication
{
    public string? Id { get; init; }

    /// <summary>The public key, 64 hex characters.</summary>
    public string? VerifyKey { get; init; }

    public string? InteractionsEndpointUrl { get; init; }
}
