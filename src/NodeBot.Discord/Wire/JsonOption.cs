using System.Text.Json.Serialization;

namespace NodeBot.Discord.Wire;

/// <summary>An option as chosen; a subcommand holds its own.</summary>
internal sealed record JsonOption
{
    public string? Name { get; init; }

    public int? Type { get; init; }

    /// <summary>As text, whatever its type.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Value { get; init; }

    public bool? Focused { get; init; }

    public IReadOnlyList<JsonOption>? Options { get; init; }
}
