using System.Text.RegularExpressions;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using YamlDotNet.RepresentationModel;

namespace NodeBot.Core.Jurisdictions;

/// <summary>Reads <c>jurisdictions/CODE.yaml</c>: one country a file.</summary>
internal static partial class JurisdictionDocument
{
    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Code { get; }

    /// <returns>The country and its passage; null after a reported problem.</returns>
    public static (Jurisdiction Jurisdiction, Passage Passage, YamlMappingNode Node)? Read(YamlSource yaml, string text)
    {
        if (yaml.ReadMap(text) is not { } map)
            return null;
        if (YamlSource.Child(map, "rule") is not YamlMappingNode rule)
        {
            yaml.Report(map, "'rule' is missing.", "Add 'rule:' with statute, article, inForceSince and replaces.");
            return null;
        }

        var jurisdiction = new Jurisdiction
        {
            Code = yaml.Text(map, "code"),
            Name = yaml.Text(map, "name"),
            Names = ReadNames(yaml, map),
            DsaApplies = yaml.YesNo(map, "dsaApplies"),
            Risk = yaml.Choice<JurisdictionRisk>(map, "risk"),
            GuideSays = yaml.TextOrNull(map, "guideSays"),
            GuidePassage = yaml.TextOrNull(map, "guidePassage"),
            Rule = new JurisdictionRule(yaml.Text(rule, "statute"), yaml.Text(rule, "article").TrimEnd('.'), yaml.TextOrNull(rule, "inForceSince"), yaml.TextOrNull(rule, "replaces")),
            Summary = yaml.Text(map, "summary"),
            Letters = yaml.Text(map, "letters"),
            Conditions = yaml.Text(map, "conditions"),
            Registry = yaml.Text(map, "registry"),
            Sources = yaml.Sources(map),
            Confidence = yaml.Choice<Confidence>(map, "confidence"),
            AsOf = yaml.Text(map, "asOf"),
        };
        Check(yaml, map, jurisdiction);
        return (jurisdiction, ToPassage(yaml, map, jurisdiction), map);
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadNames(YamlSource yaml, YamlMappingNode map)
    {
        if (YamlSource.Child(map, "names") is YamlMappingNode names)
        {
            var read = names.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "").ToDictionary(language => language, language => yaml.Texts(names, language), StringComparer.Ordinal);
            var missing = Texts.Languages.Where(language => read.GetValueOrDefault(language) is not { Count: > 0 }).ToList();
            if (missing.Count > 0)
                yaml.Report(names, $"'names' lacks {string.Join(", ", missing)}.", "Add a list of names and adjectives under each language code.");
            return read;
        }

        yaml.Report(map, "'names' is missing.", "Add 'names:' with a list of names and adjectives under each language code.");
        return [];
    }

    private static void Check(YamlSource yaml, YamlMappingNode map, Jurisdiction jurisdiction)
    {
        if (!Code.IsMatch(jurisdiction.Code))
            yaml.Report(map, $"'code' is \"{jurisdiction.Code}\".", "Write the ISO 3166-1 alpha-2 code in capitals, such as DE; EU for the Union.");
        else if (!Path.GetFileNameWithoutExtension(yaml.File).Equals(jurisdiction.Code, StringComparison.OrdinalIgnoreCase))
            yaml.Report(map, $"The file is named after another country than {jurisdiction.Code}.", $"Name it {jurisdiction.Code.ToLowerInvariant()}.yaml.");
        if (jurisdiction.GuideSays is not null && jurisdiction.GuidePassage is null)
            yaml.Report(map, "'guideSays' stands without 'guidePassage'.", "Name the guide's passage, such as guide/your-rights/germany.");
    }

    private static Passage ToPassage(YamlSource yaml, YamlMappingNode map, Jurisdiction jurisdiction) => new()
    {
        Id = jurisdiction.PassageId,
        Source = PassageSource.Jurisdiction,
        Title = "The law in " + jurisdiction.Name,
        Section = "Countries",
        Text = JurisdictionWords.Whole(jurisdiction),
        Language = "en",
        AsOf = jurisdiction.AsOf,
        Confidence = jurisdiction.Confidence,
        Sources = jurisdiction.Sources,
        Country = jurisdiction.Code,
        TouchesLaw = true,
        Keywords = yaml.Texts(map, "keywords"),
        Facts = [new Fact("", yaml.Questions(map))],
    };
}
