using NodeBot.Core.Conversation;

namespace NodeBot.Discord.Interactions;

/// <summary>An interaction as a turn.</summary>
/// <param name="Turn">What was said.</param>
/// <param name="IsEphemeral">Whether the reply is only for the person who asked, whatever it says.</param>
/// <param name="Focused">The option that is being typed and what it holds so far; null when nothing is.</param>
internal sealed record ReadInteraction(Turn Turn, bool IsEphemeral, (string Option, string Typed)? Focused = null);
