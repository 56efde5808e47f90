using NodeBot.Core.Conversation;
using NodeBot.Configuration;
using NodeBot.Terminal;

namespace NodeBot.EndToEnd.Tests.Discord;

/// <summary>The commands of the program as it is shipped.</summary>
internal static class ShippedSpecs
{
    public static IReadOnlyList<CommandSpec> All { get; } = DiscordVerb.Specs(Settings.Load());
}
