namespace NodeBot.Discord;

/// <summary>How messages are made.</summary>
public enum MessageStyle
{
    /// <summary>Components v2.</summary>
    Components,

    /// <summary>Embeds, for servers and clients that do not know components v2.</summary>
    Embeds,
}
