using NodeBot.Core.Conversation;

namespace NodeBot.Discord.Rendering;

/// <summary>How a reply is to be rendered.</summary>
/// <param name="Style">Components or embeds.</param>
/// <param name="PageUrl">Where the web pages are that quotes link to; null for no links.</param>
/// <param name="Texts">The words of the reader's language.</param>
/// <param name="IsEphemeral">Whether only one person sees it.</param>
internal sealed record RenderOptions(MessageStyle Style, Uri? PageUrl, Texts Texts, bool IsEphemeral);
