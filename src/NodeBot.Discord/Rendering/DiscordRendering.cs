using NodeBot.Core.Conversation;

namespace NodeBot.Discord.Rendering;

/// <summary>Renders replies as this bot is set up.</summary>
/// <param name="style">Components or embeds.</param>
/// <param name="pageUrl">Where the web pages are that quotes link to; null for no links.</param>
internal sealed class DiscordRendering(MessageStyle style, Uri? pageUrl)
{
    public IReadOnlyList<OutgoingMessage> Render(Reply reply, Texts texts, bool isEphemeral) => ReplyRenderer.Render(reply, new RenderOptions(style, pageUrl, texts, isEphemeral));
}
