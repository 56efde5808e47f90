using NodeBot.Core.Conversation;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Rendering;

/// <summary>A message and its files.</summary>
internal sealed record OutgoingMessage(MessageProperties Properties, IReadOnlyList<ReplyFile> Files);
