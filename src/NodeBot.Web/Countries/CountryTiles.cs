using System.Collections.Frozen;

namespace NodeBot.Web.Countries;

/// <summary>Where each country stands on the tile map: one square each, roughly where it is on a map of the world.</summary>
internal static class CountryTiles
{
    /// <summary>Columns of the map.</summary>
    public const int Columns = 19;

    // Below the last row of those that have a place.
    private const int FirstFreeRow = 10;

    private static readonly FrozenDictionary<string, (int Column, int Row)> Places = new Dictionary<string, (int, int)>(StringComparer.Ordinal)
    {
        ["IS"] = (6, 0), ["NO"] = (9, 0), ["SE"] = (10, 0), ["FI"] = (11, 0), ["RU"] = (14, 1),
        ["DK"] = (9, 1), ["EE"] = (11, 1), ["LV"] = (12, 1),
        ["CA"] = (1, 2), ["EU"] = (4, 2), ["IE"] = (5, 2), ["GB"] = (6, 2), ["BE"] = (7, 2), ["NL"] = (8, 2), ["DE"] = (9, 2), ["PL"] = (10, 2), ["LT"] = (11, 2), ["BY"] = (12, 2),
        ["US"] = (1, 3), ["FR"] = (7, 3), ["CH"] = (8, 3), ["AT"] = (9, 3), ["CZ"] = (10, 3), ["HU"] = (11, 3), ["UA"] = (12, 3),
        ["MX"] = (1, 4), ["PT"] = (5, 4), ["ES"] = (6, 4), ["IT"] = (9, 4), ["RO"] = (11, 4), ["CN"] = (16, 4), ["KR"] = (17, 4), ["JP"] = (18, 4),
        ["GR"] = (10, 5), ["BG"] = (11, 5), ["TR"] = (12, 5), ["IR"] = (13, 5), ["IN"] = (15, 5),
        ["BR"] = (3, 6), ["AE"] = (13, 6), ["SG"] = (16, 6),
        ["AR"] = (2, 7), ["ZA"] = (11, 8), ["AU"] = (17, 8), ["NZ"] = (18, 9),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>Column and row of each country; those without a place of their own stand in rows below.</returns>
    public static IReadOnlyDictionary<string, (int Column, int Row)> Of(IEnumerable<string> codes)
    {
        var tiles = new Dictionary<string, (int Column, int Row)>(StringComparer.Ordinal);
        var free = 0;
        foreach (var code in codes)
            tiles[code] = Places.TryGetValue(code, out var place) ? place : (free % Columns, FirstFreeRow + (free++ / Columns));
        return tiles;
    }
}
