using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NodeBot.Core.Knowledge;

/// <summary>Reads one YAML file node by node, so that each mistake is reported with its file and line.</summary>
internal sealed class YamlSource(string file, List<KnowledgeProblem> problems)
{
    public string File { get; } = file;

    public void Report(YamlNode? node, string what, string mend) =>
        Report((int)(node?.Start.Line ?? 0), what, mend);

    public void Report(int line, string what, string mend) =>
        problems.Add(new KnowledgeProblem(File, line, what, mend));

    /// <returns>The entries of the top-level list; empty after a reported problem.</returns>
    public IEnumerable<YamlMappingNode> ReadList(string text)
    {
        var root = Root(text);
        if (root is YamlSequenceNode list)
            return Mappings(list);
        if (root is not null)
            Report(1, "The file must hold one list.", "Start each entry with '- '.");
        return [];
    }

    /// <returns>The file's one mapping; null after a reported problem.</returns>
    public YamlMappingNode? ReadMap(string text)
    {
        var root = Root(text);
        if (root is not null and not YamlMappingNode)
            Report(1, "The file must hold one mapping.", "Write its fields as 'name: value' lines.");
        return root as YamlMappingNode;
    }

    private YamlNode? Root(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            Report((int)e.Start.Line, "This is not valid YAML.", "Check quotes, colons and indentation on that line: " + e.Message);
            return null;
        }

        if (stream.Documents.Count == 1)
            return stream.Documents[0].RootNode;
        Report(1, "The file must hold one YAML document.", "Remove '---' lines, or write something into the file.");
        return null;
    }

    public string Text(YamlMappingNode map, string key)
    {
        if (Child(map, key) is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value))
            return value.Trim();
        Report(map, $"'{key}' is missing or empty.", $"Add '{key}: \"...\"' to this entry.");
        return "";
    }

    public static string? OptionalText(YamlMappingNode map, string key) => (Child(map, key) as YamlScalarNode)?.Value?.Trim();

    /// <returns>A text that may be left out; null also where <c>null</c> or nothing is written. Anything but text is reported.</returns>
    public string? TextOrNull(YamlMappingNode map, string key)
    {
        switch (Child(map, key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return string.IsNullOrWhiteSpace(scalar.Value) || (scalar.Style == ScalarStyle.Plain && scalar.Value is "null" or "~") ? null : scalar.Value.Trim();
            case var other:
                Report(other, $"'{key}' is not text.", $"Write '{key}: \"...\"', or null.");
                return null;
        }
    }

    public bool YesNo(YamlMappingNode map, string key)
    {
        var text = Text(map, key);
        if (text is not ("" or "true" or "false"))
            Report(Child(map, key), $"'{key}' is \"{text}\".", "Write true or false.");
        return text == "true";
    }

    /// <returns>An absolute http(s) address; null where there is none, or after a reported problem.</returns>
    public string? Address(YamlMappingNode map, string key)
    {
        if (TextOrNull(map, key) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return text;
        Report(Child(map, key), $"'{key}' is \"{text}\".", "Write a whole http(s) address.");
        return null;
    }

    /// <returns>The one name and address under <c>source</c>.</returns>
    public SourceReference Source(YamlMappingNode map)
    {
        if (Child(map, "source") is YamlMappingNode node)
            return new SourceReference(Text(node, "name"), Address(node, "url"));
        Report(map, "'source' is missing.", "Add 'source:' with name and url.");
        return new SourceReference("", null);
    }

    public TEnum Choice<TEnum>(YamlMappingNode map, string key)
        where TEnum : struct, Enum
    {
        var text = Text(map, key);
        if (text.Length == 0)
            return default;
        if (Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && !char.IsDigit(text[0]))
            return value;
        Report(Child(map, key), $"'{key}' is \"{text}\".", "Use one of: " + string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant() + ".");
        return default;
    }

    public IReadOnlyList<string> Texts(YamlMappingNode map, string key)
    {
        var node = Child(map, key);
        if (node is null)
            return [];
        if (node is not YamlSequenceNode list)
        {
            Report(node, $"'{key}' must be a list.", "Write it as [\"one\", \"two\"].");
            return [];
        }

        var texts = new List<string>(list.Children.Count);
        foreach (var item in list.Children)
        {
            if (item is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value))
                texts.Add(value.Trim());
            else
                Report(item, $"'{key}' holds something that is not text.", "Put each entry in double quotes.");
        }

        return texts;
    }

    public IEnumerable<YamlMappingNode> Maps(YamlMappingNode map, string key)
    {
        if (Child(map, key) is YamlSequenceNode { Children.Count: > 0 } list)
            return Mappings(list);
        Report(map, $"'{key}' is missing or empty.", $"Add a list '{key}:' with at least one entry.");
        return [];
    }

    /// <returns>The questions of a mapping from language to list of questions.</returns>
    public IReadOnlyList<AnticipatedQuestion> Questions(YamlMappingNode map, string key = "questions")
    {
        if (Child(map, key) is not YamlMappingNode byLanguage)
        {
            Report(map, $"'{key}' is missing.", $"Add '{key}:' with a list under each language code, such as 'en:'.");
            return [];
        }

        return
        [
            .. byLanguage.Children.Keys
                .Select(key => ((YamlScalarNode)key).Value ?? "")
                .SelectMany(language => Texts(byLanguage, language), (language, text) => new AnticipatedQuestion(text, language)),
        ];
    }

    /// <returns>The names and addresses under <c>sources</c>.</returns>
    public IReadOnlyList<SourceReference> Sources(YamlMappingNode map)
    {
        var sources = new List<SourceReference>();
        foreach (var node in Maps(map, "sources"))
        {
            var url = OptionalText(node, "url");
            if (url is { Length: > 0 } && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
                Report(node, $"The source's url \"{url}\" is not an http(s) address.", "Write the whole address.");
            sources.Add(new SourceReference(Text(node, "name"), url));
        }

        return sources;
    }

    public static YamlNode? Child(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private IEnumerable<YamlMappingNode> Mappings(YamlSequenceNode list)
    {
        foreach (var item in list.Children)
        {
            if (item is YamlMappingNode map)
                yield return map;
            else
                Report(item, "This entry is not a mapping.", "Write its fields as 'name: value' lines.");
        }
    }
}
