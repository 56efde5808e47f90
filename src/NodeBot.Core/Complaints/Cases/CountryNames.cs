using System.Collections.Frozen;
using System.Globalization;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Complaints.Cases;

/// <summary>Finds a country's ISO 3166-1 code by what people call it.</summary>
public sealed class CountryNames
{
    private readonly FrozenDictionary<string, string> _codes;

    /// <param name="aliases">The names that the knowledge has, in seven languages; English names of all other countries come from CLDR.</param>
    public CountryNames(IEnumerable<Alias> aliases)
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var alias in aliases)
        {
            foreach (var form in alias.CountryCode is null ? [] : alias.Forms.Concat(alias.CaseSensitiveForms).Append(alias.Canonical).Append(alias.CountryCode))
                codes.TryAdd(form, alias.CountryCode!);
        }

        foreach (var region in CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name)).Where(region => region.TwoLetterISORegionName.All(char.IsAsciiLetterUpper)))
        {
            codes.TryAdd(region.EnglishName, region.TwoLetterISORegionName);
            codes.TryAdd(region.NativeName, region.TwoLetterISORegionName);
            codes.TryAdd(region.TwoLetterISORegionName, region.TwoLetterISORegionName);
        }

        codes["UK"] = "GB";
        _codes = codes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>The code; null when nobody calls a country that.</returns>
    public string? Find(string name) => _codes.GetValueOrDefault(name.Trim().TrimEnd('.'));

    /// <returns>The English name of a country; the code where there is none.</returns>
    public static string English(string code) => code.Length == 2 && code.All(char.IsAsciiLetterUpper) ? new RegionInfo(code).EnglishName : code;
}
