using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Providers;

/// <summary>A hosting or internet provider and its reported stance on exits. Nobody asked it: reports are the community's.</summary>
/// <param name="Id">Lower-case words joined by '-'.</param>
/// <param name="Name">As people write it.</param>
/// <param name="Countries">ISO 3166-1 alpha-2.</param>
/// <param name="Exits">What is reported of exits.</param>
/// <param name="Source">Where the report stands.</param>
/// <param name="Confidence">Never high.</param>
public sealed record Provider(string Id, string Name, IReadOnlyList<string> Countries, ExitStance Exits, SourceReference Source, Confidence Confidence)
{
    /// <summary>Other names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Numbers of its autonomous systems.</summary>
    public IReadOnlyList<long> Systems { get; init; } = [];

    public string? Url { get; init; }

    /// <summary>What is reported of relays without exit traffic; null where nothing is.</summary>
    public ExitStance? Relays { get; init; }

    /// <summary>On what terms; null where the source says none.</summary>
    public string? Conditions { get; init; }

    /// <summary>The report's date: <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>; null when it is undated.</summary>
    public string? AsOf { get; init; }

    /// <summary>Id of the passage that cites it.</summary>
    public string PassageId => "provider/" + Id;
}
