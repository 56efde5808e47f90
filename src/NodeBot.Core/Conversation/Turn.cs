using NodeBot.Core.Communities;

namespace NodeBot.Core.Conversation;

/// <summary>One thing that a member said or pressed: a command with the values of its options.</summary>
/// <param name="Surface">Where.</param>
/// <param name="Command">Name of a command, such as <c>ask</c>.</param>
/// <param name="Options">Value by option name; options left out are absent.</param>
public sealed record Turn(Surface Surface, string Command, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>The platform's key for this one thing said, the same when it arrives twice; null where nothing arrives twice.</summary>
    public string? Id { get; init; }

    /// <summary>The community that it was said in, such as <c>discord:81384788765712384</c>; null in the terminal, on the web page and in private.</summary>
    public string? Community { get; init; }

    /// <summary>The channel that it was said in; of a thread, the channel above it. Null outside communities.</summary>
    public string? Channel { get; init; }

    /// <summary>Who said it, such as <c>discord:80351110224678912</c>; null where nobody has a name.</summary>
    public string? Member { get; init; }

    /// <summary>Whether that person moderates the community: by the platform's own rights, or, as the dispatcher finds, by a role.</summary>
    public bool IsModerator { get; init; }

    /// <summary>The platform's ids of that person's roles in the community.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>What one person says here belongs together: a thread, a private chat. Null when every turn stands alone.</summary>
    public string? Conversation { get; init; }

    /// <summary>ISO 639-1 code of the language that the person's platform is set to.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What the community has set; the dispatcher fills it in.</summary>
    public CommunitySettings Settings { get; init; } = CommunitySettings.Default;

    /// <summary>Reads what a person typed: <c>/name rest</c> is a command with its first option, anything else a question.</summary>
    /// <param name="surface">Where it was typed.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="commands">The commands there are.</param>
    public static Turn Parse(Surface surface, string text, IEnumerable<CommandSpec> commands)
    {
        text = text.Trim();
        if (!text.StartsWith('/'))
            return new Turn(surface, AskCommand.Name, With(AskCommand.QuestionOption, text));

        var typed = text[1..];
        var spec = commands.Where(spec => IsCalled(typed, spec.Name)).MaxBy(spec => spec.Name.Length);
        var space = typed.IndexOf(' ', StringComparison.Ordinal);
        var name = spec?.Name ?? (space < 0 ? typed : typed[..space]).ToLowerInvariant();
        var rest = typed[name.Length..].Trim();
        return new Turn(surface, name, spec?.Options is not [var first, ..] || rest.Length == 0 ? With() : With(first.Name, rest));
    }

    private static bool IsCalled(string typed, string name) =>
        typed.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (typed.Length == name.Length || char.IsWhiteSpace(typed[name.Length]));

    private static Dictionary<string, string> With() => new(StringComparer.Ordinal);

    private static Dictionary<string, string> With(string option, string value) => new(StringComparer.Ordinal) { [option] = value };
}
