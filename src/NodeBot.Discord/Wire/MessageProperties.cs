namespace NodeBot.Discord.Wire;

/// <summary>A message to send or an edit of one; the only type that any of them is sent as, so that none goes out without <c>allowed_mentions</c>.</summary>
internal sealed record MessageProperties
{
    /// <summary>EPHEMERAL, 1 &lt;&lt; 6.</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>IS_COMPONENTS_V2, 1 &lt;&lt; 15.</summary>
    public const int ComponentsV2 = 1 << 15;

    /// <summary>At most 2,000 characters.</summary>
    public string? Content { get; init; }

    public IReadOnlyList<EmbedProperties>? Embeds { get; init; }

    public IReadOnlyList<ComponentProperties>? Components { get; init; }

    public int? Flags { get; init; }

    public IReadOnlyList<AttachmentProperties>? Attachments { get; init; }

    /// <summary>At most 25 characters.</summary>
    public string? Nonce { get; init; }

    /// <summary>Whether a second message with the same nonce within minutes is the first one.</summary>
    public bool? EnforceNonce { get; init; }

    public MessageReferenceProperties? MessageReference { get; init; }

    public AllowedMentionsProperties AllowedMentions { get; } = AllowedMentionsProperties.Nobody;
}
