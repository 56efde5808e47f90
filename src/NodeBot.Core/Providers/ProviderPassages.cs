using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Providers;

/// <summary>Makes providers citable.</summary>
/// <param name="all">Every provider: a name that two of them share does not ask for one of them.</param>
/// <param name="names">Names of countries.</param>
/// <param name="undatedAsOf">Up to when the list can be vouched for that the undated reports stand in.</param>
internal sealed class ProviderPassages(IReadOnlyList<Provider> all, CountryNames names, string undatedAsOf)
{
    private readonly HashSet<string> _shared = [.. all.SelectMany(provider => provider.Aliases.Append(provider.Name).Distinct(StringComparer.OrdinalIgnoreCase))
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key.ToLowerInvariant())];

    public Passage Of(Provider provider)
    {
        var where = ProviderWords.Where(provider, names);
        return new Passage
        {
            Id = provider.PassageId,
            Source = PassageSource.Provider,
            Title = "Exits at " + provider.Name,
            Section = "Providers",
            Text = string.Join(' ', new[] { ProviderWords.Stance(provider), where is null ? null : $"Where: {where}.", provider.Conditions, ProviderWords.Date(provider), ProviderWords.AskInWriting }.OfType<string>()),
            Language = "en",
            AsOf = provider.AsOf ?? undatedAsOf,
            Confidence = provider.Confidence,
            Sources = [provider.Source],
            Country = provider.Countries is [var only] ? only : null,
            Keywords = [provider.Name, .. provider.Aliases, .. provider.Systems.Select(number => FormattableString.Invariant($"AS{number}"))],
            Facts = [new Fact("", Questions(provider))],
        };
    }

    private List<AnticipatedQuestion> Questions(Provider provider)
    {
        var name = provider.Name;
        if (_shared.Contains(name.ToLowerInvariant()))
            name = provider.Countries.Count > 0 ? $"{name} in {names.Of(provider.Countries[0])}" : $"{name} ({provider.Id})";
        List<AnticipatedQuestion> questions =
        [
            new($"Does {name} allow exit nodes?", "en"),
            new($"is {name} ok with tor exits", "en"),
            new($"can I run an exit node at {name}", "en"),
            new($"Erlaubt {name} Exit-Nodes?", "de"),
        ];
        var alias = provider.Aliases.FirstOrDefault(alias => !_shared.Contains(alias.ToLowerInvariant()) && !alias.Equals(provider.Name, StringComparison.OrdinalIgnoreCase));
        if (alias is not null)
            questions.Add(new AnticipatedQuestion($"does {alias} allow exit nodes", "en"));
        return questions;
    }
}
