namespace NodeBot.Core.Conversation;

/// <summary>What a command is called and takes: the one place that menus, help and registrations are made from.</summary>
/// <param name="Name">Lower case, 1 to 32 letters (Discord's limit for slash commands).</param>
/// <param name="Description">One line, at most 100 characters (Discord's limit).</param>
/// <param name="Options">In order; required ones first.</param>
/// <param name="Example">The command as a person would type it.</param>
public sealed record CommandSpec(string Name, string Description, IReadOnlyList<OptionSpec> Options, string Example);
