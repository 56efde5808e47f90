using System.Text.Json;
using System.Text.Json.Serialization;

namespace NodeBot.Core.Tests.Complaints.Reading;

/// <summary>A letter and what is to be recognised in it: <c>NN-name.txt</c> beside <c>NN-name.json</c>.</summary>
internal sealed record ExpectedLetter
{
    [JsonIgnore]
    public string Name { get; init; } = "";

    [JsonIgnore]
    public string Text { get; init; } = "";

    public required DateOnly Received { get; init; }
    public string? Kind { get; init; }
    public DateOnly? Deadline { get; init; }
    public string? Amount { get; init; }
    public string? Country { get; init; }
    public string? Ip { get; init; }
    public int? Port { get; init; }
    public string? IncidentAt { get; init; }
    public string? Claimant { get; init; }
    public string? Sender { get; init; }
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Null where the sample does not say.</summary>
    public IReadOnlyList<string>? Demands { get; init; }

    /// <summary>Null where the sample does not say.</summary>
    public IReadOnlyList<string>? RedFlags { get; init; }

    /// <returns>In the order of the files' names.</returns>
    public static IReadOnlyList<ExpectedLetter> LoadAll() =>
        [.. Directory.GetFiles(Path.Combine(Folders.Tests, "NodeBot.Core.Tests", "Complaints", "Reading", "Letters"), "*.json").Order(StringComparer.Ordinal).Select(file => JsonSerializer.Deserialize<ExpectedLetter>(File.ReadAllText(file), JsonSerializerOptions.Web)! with
        {
            Name = Path.GetFileNameWithoutExtension(file),
            Text = File.ReadAllText(Path.ChangeExtension(file, ".txt")),
        })];
}
