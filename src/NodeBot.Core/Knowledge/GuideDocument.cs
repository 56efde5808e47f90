using System.Text;
using System.Text.RegularExpressions;

namespace NodeBot.Core.Knowledge;

/// <summary>
/// Reads a guide: Markdown with front matter, where a comment <c>&lt;!-- passage: ID | title --&gt;</c> starts each
/// passage, and an optional third part names its section where the guide has no heading for it.
/// </summary>
internal sealed partial class GuideDocument(string file, List<KnowledgeProblem> problems)
{
    private readonly Dictionary<string, string> _frontMatter = new(StringComparer.Ordinal);
    private readonly List<Passage> _passages = [];
    private readonly StringBuilder _text = new();
    private (string Id, string Title, string Section, int Line)? _open;
    private string _section = "";

    [GeneratedRegex(@"^<!--\s*passage:\s*(?<id>[^|]*?)\s*\|\s*(?<title>[^|]*?)\s*(\|\s*(?<section>[^|]*?)\s*)?-->$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anchor { get; }

    [GeneratedRegex("^guide(/[a-z0-9]+(-[a-z0-9]+)*){2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id { get; }

    [GeneratedRegex(@"^(?:[-*]|\d+\.)\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListMarker { get; }

    public IReadOnlyList<Passage> Read(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var body = ReadFrontMatter(lines);
        for (var i = body; i < lines.Length; i++)
            ReadLine(lines[i].TrimEnd(), i + 1);
        Close();
        if (_passages.Count == 0)
            Report(0, "The guide has no passage.", "Put '<!-- passage: guide/section/name | Title -->' above each paragraph.");
        return _passages;
    }

    private int ReadFrontMatter(string[] lines)
    {
        var end = Array.IndexOf(lines, "---", 1);
        if (lines[0] != "---" || end < 0)
        {
            Report(1, "The front matter is missing.", "Start the file with '---', title, url, language, asOf, and '---'.");
            return 0;
        }

        for (var i = 1; i < end; i++)
        {
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                _frontMatter[lines[i][..colon].Trim()] = lines[i][(colon + 1)..].Trim();
        }

        foreach (var key in new[] { "title", "url", "language", "asOf", "touchesLaw" })
        {
            if (!_frontMatter.ContainsKey(key))
                Report(1, $"'{key}' is missing in the front matter.", $"Add '{key}: ...'.");
        }

        return end + 1;
    }

    private void ReadLine(string line, int number)
    {
        if (Anchor.Match(line) is { Success: true } anchor)
        {
            Close();
            _open = (anchor.Groups["id"].Value, anchor.Groups["title"].Value, anchor.Groups["section"].Value, number);
        }
        else if (line.StartsWith("<!--", StringComparison.Ordinal))
        {
            Report(number, "This comment is not a passage anchor.", "Write '<!-- passage: guide/section/name | Title -->'.");
        }
        else if (line.StartsWith('#'))
        {
            Close();
            _section = line.TrimStart('#').Trim();
        }
        else if (_open is not null)
        {
            _text.Append(ListMarker.Replace(line, "")).Append('\n');
        }
        else if (line.Length > 0)
        {
            Report(number, "This text belongs to no passage.", "Put '<!-- passage: guide/section/name | Title -->' above it.");
        }
    }

    private void Close()
    {
        if (_open is not var (id, title, section, line))
            return;
        var text = _text.ToString().Trim();
        _text.Clear();
        _open = null;
        if (!Id.IsMatch(id))
            Report(line, $"The passage id \"{id}\" is not of the form guide/section/name.", "Use lower-case words joined by '-'.");
        if (text.Length == 0 || title.Length == 0)
            Report(line, $"The passage \"{id}\" has no text or no title.", "Add both, or remove the anchor.");
        _passages.Add(new Passage
        {
            Id = id,
            Source = PassageSource.Guide,
            Title = title,
            Section = section.Length > 0 ? section : _section,
            Text = text,
            Language = Field("language"),
            AsOf = Field("asOf"),
            Sources = [new SourceReference(Field("title"), Field("url"))],
            TouchesLaw = TouchesLaw(id),
        });
    }

    // The front matter lists the ids, or beginnings of ids, whose quotation ends with the disclaimer.
    private bool TouchesLaw(string id) =>
        Field("touchesLaw").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(prefix => id.StartsWith(prefix, StringComparison.Ordinal));

    private string Field(string key) => _frontMatter.GetValueOrDefault(key, "");

    private void Report(int line, string what, string mend) => problems.Add(new KnowledgeProblem(file, line, what, mend));
}
