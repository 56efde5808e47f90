using NodeBot.Core.Jurisdictions;

namespace NodeBot.Core.Providers;

/// <summary>The sentences that say what stands in an entry.</summary>
public static class ProviderWords
{
    public const string AskInWriting = "Ask them in writing before you start, and keep the answer.";

    /// <returns>The stance in one plain sentence.</returns>
    public static string Stance(Provider provider) => provider.Exits switch
    {
        ExitStance.Yes => $"{provider.Name} is reported to allow exit nodes.",
        ExitStance.No when provider.Relays == ExitStance.Yes => $"{provider.Name} is reported not to allow exit nodes, but to allow relays without exit traffic.",
        ExitStance.No => $"{provider.Name} is reported not to allow exit nodes.",
        _ => $"Whether {provider.Name} allows exit nodes is unclear from the reports.",
    };

    /// <returns>When it was reported, in a sentence that stays true.</returns>
    public static string Date(Provider provider) => provider.AsOf is { } date
        ? $"The report is of {date} and is about Tor; nobody here asked the provider."
        : "The report has no date, may be old, and is about Tor; nobody here asked the provider.";

    /// <returns>Countries and networks in a line; null where neither is known.</returns>
    public static string? Where(Provider provider, CountryNames names)
    {
        var parts = new List<string>();
        if (provider.Countries.Count > 0)
            parts.Add(string.Join(", ", provider.Countries.Select(names.Of)));
        if (provider.Systems.Count > 0)
            parts.Add(string.Join(", ", provider.Systems.Select(number => FormattableString.Invariant($"AS{number}"))));
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }
}
