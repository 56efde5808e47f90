namespace NodeBot.Core.Conversation;

/// <summary>A field of a form.</summary>
/// <param name="Option">The option that it fills.</param>
/// <param name="Label">At most 45 characters (Discord's limit).</param>
/// <param name="Description">Why it is asked, at most 100 characters.</param>
/// <param name="MaxLength">Longest text, at most 4,000.</param>
public sealed record FormField(string Option, string Label, string Description, int MaxLength)
{
    /// <summary>Whether it takes several lines.</summary>
    public bool IsLong { get; init; }

    public bool IsRequired { get; init; } = true;

    /// <summary>What stands in it at first.</summary>
    public string Value { get; init; } = "";

    /// <summary>The only values; empty for a text. At most 25.</summary>
    public IReadOnlyList<OptionChoice> Choices { get; init; } = [];
}
