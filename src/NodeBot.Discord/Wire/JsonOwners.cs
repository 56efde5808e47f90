using System.Text.Json.Serialization;

namespace NodeBot.Discord.Wire;

/// <summary>Who installed the bot where an interaction comes from.</summary>
internal sealed record JsonOwners
{
    /// <summary>The guild that did; "0" in a private message with the bot; null when none did.</summary>
    [JsonPropertyName("0")]
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Guild { get; init; }
}
