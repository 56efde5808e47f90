using System.Collections.Frozen;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Jurisdictions;

/// <summary>English names of countries: of those that are covered, then of those that the aliases know.</summary>
public sealed class CountryNames
{
    private readonly FrozenDictionary<string, string> _names;

    public CountryNames(IEnumerable<Jurisdiction> jurisdictions, IEnumerable<Alias> aliases)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var jurisdiction in jurisdictions)
            names.TryAdd(jurisdiction.Code, jurisdiction.Code == "EU" ? "the European Union" : jurisdiction.Name);
        foreach (var alias in aliases.Where(alias => alias.CountryCode is not null))
            names.TryAdd(alias.CountryCode!, Capitals(alias.Canonical));
        _names = names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <returns>The name; the code itself where it is not known.</returns>
    public string Of(string code) => _names.GetValueOrDefault(code, code);

    private static string Capitals(string name) =>
        string.Join(' ', name.Split(' ').Select(word => word is "and" or "of" or "the" ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
