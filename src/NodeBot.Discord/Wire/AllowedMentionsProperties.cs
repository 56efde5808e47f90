namespace NodeBot.Discord.Wire;

/// <summary>Nobody is pinged, whatever the text holds. There is no other value: it cannot be set.</summary>
internal sealed record AllowedMentionsProperties
{
    public static readonly AllowedMentionsProperties Nobody = new();

    private AllowedMentionsProperties()
    {
    }

    public IReadOnlyList<string> Parse { get; } = [];

    public bool RepliedUser { get; }
}
