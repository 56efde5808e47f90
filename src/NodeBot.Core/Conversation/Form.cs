namespace NodeBot.Core.Conversation;

/// <summary>A few fields to fill in; what is sent becomes a turn.</summary>
/// <param name="Title">At most 45 characters (Discord's limit).</param>
/// <param name="Says">The command that gets the fields as options, as a person would type it; at most 95 characters.</param>
/// <param name="Fields">One to five (Discord's limit).</param>
public sealed record Form(string Title, string Says, IReadOnlyList<FormField> Fields)
{
    /// <summary>
    /// What opens the form alone, as a person would type it, at most 96 characters. Where forms are windows of their own, the reply is
    /// then shown with a button that says this; elsewhere the form stands in the reply. Null: the form is shown at once, in place of the reply.
    /// </summary>
    public string? Opener { get; init; }
}
