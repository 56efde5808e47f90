namespace NodeBot.Storage.Feedback;

/// <summary>A key that never leaves the database.</summary>
internal sealed class SecretRow
{
    public const string Feedback = "feedback";

    public required string Name { get; init; }

    public required string Value { get; init; }
}
