using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NodeBot.Core.Jurisdictions;

/// <summary>An entry as named texts, to see what has changed in it since it was posted.</summary>
public static class JurisdictionFields
{
    private const string AsOf = "As of";

    /// <returns>The texts by name, as JSON: the same entry gives the same JSON.</returns>
    public static string Write(Jurisdiction jurisdiction)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Country"] = jurisdiction.Code,
            ["Risk"] = JurisdictionWords.Level(jurisdiction.Risk),
            ["Statute"] = jurisdiction.Rule.Statute,
            ["Article"] = jurisdiction.Rule.Article,
            ["In force since"] = jurisdiction.Rule.InForceSince ?? "",
            ["Replaces"] = jurisdiction.Rule.Replaces ?? "",
            ["Digital Services Act"] = jurisdiction.DsaApplies ? "holds" : "does not hold",
            ["Summary"] = jurisdiction.Summary,
            ["Letters"] = jurisdiction.Letters,
            ["Conditions"] = jurisdiction.Conditions,
            ["Registry"] = jurisdiction.Registry,
            ["Confidence"] = jurisdiction.Confidence.ToString().ToLowerInvariant(),
            [AsOf] = jurisdiction.AsOf,
        };
        return JsonSerializer.Serialize(fields, JurisdictionJson.Default.DictionaryStringString);
    }

    /// <returns>A short hash of the texts.</returns>
    public static string Hash(string fields) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(fields)))[..16];

    /// <returns>Name, old text and new text of each field that differs; a field that was not there before has an empty old text.</returns>
    public static IReadOnlyList<(string Name, string Before, string Now)> Differences(string before, string now)
    {
        var old = Read(before);
        return [.. Read(now).Select(field => (field.Key, old.GetValueOrDefault(field.Key, ""), field.Value)).Where(field => field.Item2 != field.Value)];
    }

    /// <returns>Whether an entry is of an earlier date than the one that was posted: then this program is the older one of two.</returns>
    public static bool IsOlder(string now, string posted) =>
        string.CompareOrdinal(Read(now).GetValueOrDefault(AsOf, ""), Read(posted).GetValueOrDefault(AsOf, "")) < 0;

    private static Dictionary<string, string> Read(string fields) => JsonSerializer.Deserialize(fields, JurisdictionJson.Default.DictionaryStringString) ?? [];
}
