using System.Globalization;
using System.Text.RegularExpressions;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;
using YamlDotNet.RepresentationModel;

namespace NodeBot.Core.Providers;

/// <summary>Reads <c>providers/providers.yaml</c> and <c>providers/crowded.yaml</c>.</summary>
internal static partial class ProviderDocument
{
    public const string CrowdedFile = "crowded.yaml";

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Id { get; }

    /// <returns>The providers, each with the line of its entry.</returns>
    public static IReadOnlyList<(Provider Provider, YamlMappingNode Node)> Read(YamlSource yaml, string text)
    {
        var read = yaml.ReadList(text).Select(node => (Provider: ReadOne(yaml, node), node)).ToList();
        foreach (var (twice, node) in read.GroupBy(pair => pair.Provider.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Last()))
            yaml.Report(node, $"The id \"{twice.Id}\" stands twice.", "Give one of the two another id.");
        return read;
    }

    /// <returns>The crowded networks; null after a reported problem.</returns>
    public static CrowdedNetworks? ReadCrowded(YamlSource yaml, string text) => yaml.ReadMap(text) is { } map
        ? new CrowdedNetworks(yaml.Text(map, "note"), Systems(yaml, map, "asns"), yaml.Source(map), yaml.Text(map, "asOf"))
        : null;

    private static Provider ReadOne(YamlSource yaml, YamlMappingNode node)
    {
        var provider = new Provider(
            yaml.Text(node, "id"),
            yaml.Text(node, "name"),
            yaml.Texts(node, "countries"),
            yaml.Choice<ExitStance>(node, "exits"),
            yaml.Source(node),
            yaml.Choice<Confidence>(node, "confidence"))
        {
            Aliases = yaml.Texts(node, "aliases"),
            Systems = Systems(yaml, node, "asn"),
            Url = yaml.Address(node, "url"),
            Relays = yaml.TextOrNull(node, "relays") is null ? null : yaml.Choice<ExitStance>(node, "relays"),
            Conditions = yaml.TextOrNull(node, "conditions"),
            AsOf = yaml.TextOrNull(node, "asOf"),
        };
        if (provider.Id.Length > 0 && !Id.IsMatch(provider.Id))
            yaml.Report(node, $"The id \"{provider.Id}\" is not made of lower-case words joined by '-'.", "Write it as in the-name.");
        foreach (var wrong in provider.Countries.Where(code => !JurisdictionDocument.Code.IsMatch(code)))
            yaml.Report(node, $"\"{wrong}\" is no country code.", "Write ISO 3166-1 alpha-2 codes in capitals, one for each country.");
        if (provider.AsOf is { } asOf && !PassageDocument.AsOf.IsMatch(asOf))
            yaml.Report(node, $"asOf is \"{asOf}\".", "Write it as YYYY, YYYY-MM or YYYY-MM-DD, or null for an undated report.");
        return provider;
    }

    private static List<long> Systems(YamlSource yaml, YamlMappingNode node, string key)
    {
        var numbers = new List<long>();
        foreach (var text in yaml.Texts(node, key))
        {
            if (TrySystem(text, out var number))
                numbers.Add(number);
            else
                yaml.Report(node, $"\"{text}\" is no number of an autonomous system.", "Write it as 24940.");
        }

        return numbers;
    }

    /// <returns>Whether a text is the number of an autonomous system, with or without "AS" (32 bits, RFC 6793).</returns>
    internal static bool TrySystem(string text, out long number)
    {
        var digits = text.StartsWith("AS", StringComparison.OrdinalIgnoreCase) ? text[2..].Trim() : text;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= uint.MaxValue;
    }
}
