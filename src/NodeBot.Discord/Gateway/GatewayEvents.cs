using System.Text.Json;
using Microsoft.Extensions.Logging;
using NodeBot.Discord.Interactions;
using NodeBot.Discord.Messages;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Gateway;

/// <summary>Gives the gateway's events to those who handle them. Never waits for them: a heartbeat must not be late because of a question.</summary>
internal sealed partial class GatewayEvents(InteractionReceiver interactions, MessageReceiver messages, BackgroundWork background, ILogger<GatewayEvents> logger)
{
    /// <param name="name">The event's name.</param>
    /// <param name="data">What it says; read before this returns.</param>
    /// <param name="self">The bot's own user id.</param>
    public void Handle(string name, JsonElement data, string self)
    {
        try
        {
            if (name == "INTERACTION_CREATE" && data.Deserialize(DiscordJson.Default.JsonInteraction) is { } interaction)
                background.Run(token => interactions.ReceiveAndCallBackAsync(interaction, token));
            else if (name == "MESSAGE_CREATE" && data.Deserialize(DiscordJson.Default.JsonMessage) is { } message && MessageReceiver.IsForUs(message, self))
                background.Run(token => messages.ReceiveAsync(message, self, token));
        }
        catch (JsonException)
        {
            Malformed(logger, name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "An event {Name} of the gateway could not be read, and was passed over.")]
    private static partial void Malformed(ILogger logger, string name);
}
