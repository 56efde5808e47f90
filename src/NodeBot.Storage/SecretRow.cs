namespace NodeBot.Storage;

/// <summary>A key that never leaves the database.</summary>
internal sealed class SecretRow
{
    public const string Feedback = "feedback";

    /// <summary>Encrypted itself, with keys that are not in the database.</summary>
    public const string Private = "private";

    public required string Name { get; init; }

    public required string Value { get; init; }
}
