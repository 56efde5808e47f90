namespace NodeBot.Core.Conversation;

/// <summary>A few fields to fill in; what is sent becomes a turn.</summary>
/// <param name="Title">At most 45 characters (Discord's limit).</param>
/// <param name="Says">The command that gets the fields as options, as a person would type it; at most 95 characters.</param>
/// <param name="Fields">One to five (Discord's limit).</param>
public sealed record Form(string Title, string Says, IReadOnlyList<FormField> Fields);
