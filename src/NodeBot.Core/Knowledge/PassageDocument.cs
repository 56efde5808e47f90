using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace NodeBot.Core.Knowledge;

/// <summary>Reads a YAML file of passages that the people who run a bot add to its knowledge.</summary>
public static partial class PassageDocument
{
    /// <summary>A passage is what is quoted whole: longer texts are better split. 4,000 is also what fits one Discord message.</summary>
    public const int MaxText = 4000;

    private const int MaxTitle = 200;

    [GeneratedRegex("^answer(/[a-z0-9]+(-[a-z0-9]+)*)+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id { get; }

    [GeneratedRegex(@"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex AsOf { get; }

    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="text">YAML: a list of entries with <c>id</c>, <c>title</c>, <c>text</c>, <c>asOf</c>, <c>sources</c>, and, if wanted, <c>language</c>, <c>confidence</c>, <c>keywords</c>, <c>questions</c> by language, <c>country</c>, <c>community</c>, <c>touchesLaw</c>.</param>
    /// <returns>The passages, or every problem with line and mend.</returns>
    public static (IReadOnlyList<Passage> Passages, IReadOnlyList<KnowledgeProblem> Problems) Read(string file, string text)
    {
        var problems = new List<KnowledgeProblem>();
        var yaml = new YamlSource(file, problems);
        var passages = yaml.ReadList(text).Select(entry => ReadPassage(yaml, entry)).ToList();
        foreach (var twice in passages.GroupBy(passage => passage.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yaml.Report(0, $"The id \"{twice.Key}\" is used twice.", "Give one of the two another id.");
        if (passages.Count == 0 && problems.Count == 0)
            yaml.Report(1, "The file holds no passage.", "Add an entry with id, title, text, asOf and sources.");
        return problems.Count > 0 ? ([], problems) : (passages, []);
    }

    private static Passage ReadPassage(YamlSource yaml, YamlMappingNode entry)
    {
        var passage = new Passage
        {
            Id = yaml.Text(entry, "id"),
            Source = PassageSource.Answer,
            Title = yaml.Text(entry, "title"),
            Section = "Added by this bot's operators",
            Text = yaml.Text(entry, "text"),
            Language = YamlSource.OptionalText(entry, "language") ?? "en",
            AsOf = yaml.Text(entry, "asOf"),
            Confidence = YamlSource.Child(entry, "confidence") is null ? Confidence.Medium : yaml.Choice<Confidence>(entry, "confidence"),
            Sources = yaml.Sources(entry),
            Keywords = yaml.Texts(entry, "keywords"),
            Country = YamlSource.OptionalText(entry, "country"),
            Community = YamlSource.OptionalText(entry, "community"),
            TouchesLaw = YamlSource.OptionalText(entry, "touchesLaw") is "true",
            Facts = YamlSource.Child(entry, "questions") is null ? [] : [new Fact("", yaml.Questions(entry))],
        };
        Check(yaml, entry, passage);
        return passage;
    }

    private static void Check(YamlSource yaml, YamlMappingNode entry, Passage passage)
    {
        if (passage.Id.Length > 0 && (!Id.IsMatch(passage.Id) || passage.Id.Length > MaxTitle))
            yaml.Report(entry, $"The id \"{passage.Id}\" is not of the form answer/name.", "Use lower-case words joined by '-', such as answer/our-provider-list.");
        if (passage.AsOf.Length > 0 && !AsOf.IsMatch(passage.AsOf))
            yaml.Report(entry, $"asOf is \"{passage.AsOf}\".", "Write it as YYYY, YYYY-MM or YYYY-MM-DD.");
        if (passage.Text.Length > MaxText)
            yaml.Report(entry, $"The text is {passage.Text.Length} characters long.", $"Split it: a passage holds {MaxText} at the most.");
        if (passage.Title.Length > MaxTitle)
            yaml.Report(entry, $"The title is {passage.Title.Length} characters long.", $"Shorten it to {MaxTitle}.");
    }
}
