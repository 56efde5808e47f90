using System.Globalization;
using System.Text.RegularExpressions;
using Fluid;
using NodeBot.Core.Knowledge;
using YamlDotNet.RepresentationModel;

namespace NodeBot.Core.Letters;

/// <summary>Reads <c>letters/common.yaml</c>, with the fields and clauses that letters share, and the letters beside it.</summary>
internal sealed partial class LetterDocument
{
    public const string CommonFile = "common.yaml";
    private const int LongestTitle = 60;
    private const int LongestLine = 100;
    private const int LongestLabel = 45;

    private static readonly FluidParser Parser = new();

    private readonly Dictionary<string, LetterField> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LetterClause> _clauses = new(StringComparer.Ordinal);

    [GeneratedRegex("^[a-z][a-z0-9]*([_-][a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id { get; }

    /// <summary>Reads what letters share; before the letters.</summary>
    public void ReadCommon(YamlSource yaml, string text)
    {
        if (yaml.ReadMap(text) is not { } map)
            return;
        foreach (var field in yaml.Maps(map, "fields").Select(node => ReadField(yaml, node)))
            _fields[field.Name] = field;
        foreach (var clause in yaml.Maps(map, "clauses").Select(node => ReadClause(yaml, node)))
            _clauses[clause.Id] = clause;
    }

    /// <param name="yaml">The file.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="hasPassage">Whether there is a passage of an id.</param>
    /// <returns>The letter; null after a reported problem.</returns>
    public LetterTemplate? Read(YamlSource yaml, string text, Func<string, bool> hasPassage)
    {
        if (yaml.ReadMap(text) is not { } map)
            return null;
        var template = new LetterTemplate
        {
            Id = ReadId(yaml, map, "id"),
            Title = ByLanguage(yaml, map, "title", LongestTitle),
            Description = ByLanguage(yaml, map, "description", LongestLine),
            IsPage = YamlSource.OptionalText(map, "format") == "page",
            GuideSection = ReadSection(yaml, map),
            Jurisdictions = yaml.Texts(map, "jurisdictions"),
            UseWhen = ByLanguage(yaml, map, "useWhen", 400),
            NotWhen = ByLanguage(yaml, map, "notWhen", 400),
            Subject = ByLanguage(yaml, map, "subject", 200),
            Fields = [.. Items(yaml, map, "fields").Select(node => Shared(yaml, node, _fields, "field", ReadField)).OfType<LetterField>()],
            Clauses = [.. Items(yaml, map, "clauses").Select(node => Shared(yaml, node, _clauses, "clause", ReadClause)).OfType<LetterClause>()],
        };
        Check(yaml, map, template, hasPassage);
        return template;
    }

    private static IEnumerable<YamlNode> Items(YamlSource yaml, YamlMappingNode map, string key)
    {
        if (YamlSource.Child(map, key) is YamlSequenceNode { Children.Count: > 0 } list)
            return list.Children;
        yaml.Report(map, $"'{key}' is missing or empty.", $"Add a list '{key}:' of names from {CommonFile}, or of entries of its own.");
        return [];
    }

    private static T? Shared<T>(YamlSource yaml, YamlNode node, Dictionary<string, T> shared, string what, Func<YamlSource, YamlMappingNode, T> read)
        where T : class
    {
        if (node is YamlMappingNode own)
            return read(yaml, own);
        var name = (node as YamlScalarNode)?.Value ?? "";
        if (shared.TryGetValue(name, out var found))
            return found;
        yaml.Report(node, $"There is no shared {what} \"{name}\".", $"Use one of {string.Join(", ", shared.Keys)}, or write it out.");
        return null;
    }

    private static LetterField ReadField(YamlSource yaml, YamlMappingNode node)
    {
        var type = yaml.Choice<LetterFieldType>(node, "type");
        var field = new LetterField(ReadId(yaml, node, "name"), type, YamlSource.OptionalText(node, "required") == "true", ReadLength(yaml, node))
        {
            Fills = YamlSource.OptionalText(node, "fills"),
            Example = yaml.Text(node, "example"),
            Label = ByLanguage(yaml, node, "label", LongestLabel),
            Why = ByLanguage(yaml, node, "why", LongestLine),
            Choices = type == LetterFieldType.Choice ? [.. yaml.Maps(node, "choices").Select(choice => new LetterChoice(ReadId(yaml, choice, "value"), ByLanguage(yaml, choice, "label", LongestLine)))] : [],
        };
        return field;
    }

    private static LetterClause ReadClause(YamlSource yaml, YamlMappingNode node)
    {
        var clause = new LetterClause(ReadId(yaml, node, "id"), ByLanguage(yaml, node, "text", 4000), yaml.Texts(node, "passages"));
        if (YamlSource.OptionalText(node, "claim") == "true" && clause.Passages.Count == 0)
            yaml.Report(node, $"The clause \"{clause.Id}\" makes a claim that rests on nothing.", "Name the passages under 'passages:'.");
        return clause;
    }

    private static void Check(YamlSource yaml, YamlMappingNode map, LetterTemplate template, Func<string, bool> hasPassage)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, texts) in template.Clauses.Select(clause => (clause.Id, clause.Text)).Append(("subject", template.Subject)))
        {
            foreach (var (language, text) in texts)
                CheckText(yaml, map, template, $"{name} ({language})", text, used);
            var languages = texts.Select(pair => string.Join(", ", LiquidText.Read(pair.Value).Uses.Order(StringComparer.Ordinal))).Distinct(StringComparer.Ordinal).ToList();
            if (languages.Count > 1)
                yaml.Report(map, $"The languages of \"{name}\" use different fields: {string.Join(" | ", languages)}.", "Use the same fields and values in each.");
        }

        foreach (var unused in template.Fields.Where(field => !used.Contains(field.Name)))
            yaml.Report(map, $"The field \"{unused.Name}\" is asked and never used.", "Use it in a clause, or take it out.");
        foreach (var twice in template.Clauses.GroupBy(clause => clause.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yaml.Report(map, $"The clause \"{twice.Key}\" stands twice.", "Remove one of the two.");
        foreach (var missing in template.Clauses.SelectMany(clause => clause.Passages).Where(id => !hasPassage(id)))
            yaml.Report(map, $"A claim rests on \"{missing}\", which does not exist.", "Correct the id; 'nodebot knowledge list' shows them all.");
    }

    private static void CheckText(YamlSource yaml, YamlMappingNode map, LetterTemplate template, string where, string text, HashSet<string> used)
    {
        var (uses, notAllowed) = LiquidText.Read(text);
        if (notAllowed is not null)
            yaml.Report(map, $"{where} holds {notAllowed}.", "Only {{ field }}, {% if field %}, {% if field == \"value\" %}, {% else %} and {% endif %} are allowed.");
        if (!Parser.TryParse(text, out _, out var error))
            yaml.Report(map, $"{where} is not valid Liquid: {error}", "Close each {% if %} with {% endif %}.");
        foreach (var use in uses)
        {
            var parts = use.Split('=');
            used.Add(parts[0]);
            var field = template.Fields.FirstOrDefault(field => field.Name == parts[0]);
            if (field is null)
                yaml.Report(map, $"{where} uses \"{parts[0]}\", which is no field.", "Add it under 'fields:'.");
            else if (parts.Length == 2 && field.Choices.All(choice => choice.Value != parts[1]))
                yaml.Report(map, $"{where} compares \"{parts[0]}\" with \"{parts[1]}\", which is none of its choices.", "Correct the value.");
        }
    }

    private static Dictionary<string, string> ByLanguage(YamlSource yaml, YamlMappingNode node, string key, int longest)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (YamlSource.Child(node, key) is not YamlMappingNode byLanguage)
        {
            yaml.Report(node, $"'{key}' is missing.", $"Add '{key}:' with a text under each of {string.Join(", ", LetterTemplate.Languages)}.");
            return LetterTemplate.Languages.ToDictionary(language => language, _ => "", StringComparer.Ordinal);
        }

        foreach (var language in LetterTemplate.Languages)
        {
            texts[language] = yaml.Text(byLanguage, language);
            if (texts[language].Length > longest)
                yaml.Report(byLanguage, $"'{key}' in \"{language}\" has {texts[language].Length} characters.", $"Shorten it to {longest}.");
        }

        return texts;
    }

    private static int ReadLength(YamlSource yaml, YamlMappingNode node)
    {
        if (int.TryParse(YamlSource.OptionalText(node, "maxLength") ?? "100", NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is > 0 and <= 4000)
            return length;
        yaml.Report(node, "'maxLength' is not a number from 1 to 4000.", "Correct it.");
        return 100;
    }

    private static int ReadSection(YamlSource yaml, YamlMappingNode map)
    {
        if (int.TryParse(yaml.Text(map, "guideSection"), NumberStyles.None, CultureInfo.InvariantCulture, out var section) && section is >= 1 and <= 6)
            return section;
        yaml.Report(map, "'guideSection' is not a number from 1 to 6.", "Name the section of the guide that the letter follows.");
        return 1;
    }

    private static string ReadId(YamlSource yaml, YamlMappingNode node, string key)
    {
        var id = yaml.Text(node, key);
        if (id.Length > 0 && !Id.IsMatch(id))
            yaml.Report(node, $"'{key}' is \"{id}\".", "Use lower-case words joined by '-' or '_'.");
        return id;
    }
}
