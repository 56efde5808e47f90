namespace NodeBot.Core.Conversation;

/// <summary>One thing that a member said or pressed: a command with the values of its options.</summary>
/// <param name="Surface">Where.</param>
/// <param name="Command">Name of a command, such as <c>ask</c>.</param>
/// <param name="Options">Value by option name; options left out are absent.</param>
public sealed record Turn(Surface Surface, string Command, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>The community that it was said in; null in the terminal and on the web page.</summary>
    public string? Community { get; init; }

    /// <summary>Reads what a person typed: <c>/name rest</c> is a command with its first option, anything else a question.</summary>
    /// <param name="surface">Where it was typed.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="commands">The commands there are.</param>
    public static Turn Parse(Surface surface, string text, IEnumerable<CommandSpec> commands)
    {
        text = text.Trim();
        if (!text.StartsWith('/'))
            return new Turn(surface, AskCommand.Name, With(AskCommand.QuestionOption, text));

        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var name = (space < 0 ? text[1..] : text[1..space]).ToLowerInvariant();
        var rest = space < 0 ? "" : text[(space + 1)..].Trim();
        var option = commands.FirstOrDefault(spec => spec.Name == name)?.Options is [var first, ..] ? first : null;
        return new Turn(surface, name, option is null || rest.Length == 0 ? With() : With(option.Name, rest));
    }

    private static Dictionary<string, string> With() => new(StringComparer.Ordinal);

    private static Dictionary<string, string> With(string option, string value) => new(StringComparer.Ordinal) { [option] = value };
}
