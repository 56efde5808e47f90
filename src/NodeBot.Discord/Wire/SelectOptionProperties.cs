namespace NodeBot.Discord.Wire;

/// <summary>A line of a select: label and value have at most 100 characters each.</summary>
internal sealed record SelectOptionProperties(string Label, string Value)
{
    public bool? Default { get; init; }
}
