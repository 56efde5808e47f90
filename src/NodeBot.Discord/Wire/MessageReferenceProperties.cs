namespace NodeBot.Discord.Wire;

/// <summary>The message that is replied to.</summary>
internal sealed record MessageReferenceProperties(string MessageId)
{
    /// <summary>A message that was deleted in the meantime is answered as if it were none.</summary>
    public bool FailIfNotExists { get; }
}
