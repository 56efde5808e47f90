using System.Globalization;
using System.Text.RegularExpressions;
using NodeBot.Core.Knowledge;
using YamlDotNet.RepresentationModel;

namespace NodeBot.Core.Complaints.Playbooks;

/// <summary>Reads <c>playbooks/common.yaml</c> and the playbooks beside it, and checks each against the other.</summary>
internal sealed partial class PlaybookDocument
{
    public const string CommonFile = "common.yaml";
    private const int LongestText = 200;
    private const int LongestLabel = 60;
    private const int MostChoices = 6;

    private readonly Dictionary<string, PlaybookQuestion> _shared = new(StringComparer.Ordinal);
    private IReadOnlyList<RedFlag> _sharedFlags = [];
    private IReadOnlyList<PlaybookStep> _sharedSteps = [];
    private IReadOnlyList<string> _sharedNever = [];

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word { get; }

    /// <summary>Reads what all playbooks share; before the playbooks.</summary>
    public void ReadCommon(YamlSource yaml, string text)
    {
        if (yaml.ReadMap(text) is not { } map)
            return;
        foreach (var node in yaml.Maps(map, "questions"))
        {
            var question = ReadQuestion(yaml, node);
            if (!_shared.TryAdd(question.Id, question))
                yaml.Report(node, $"The question \"{question.Id}\" stands twice.", "Remove one of the two.");
        }

        _sharedFlags = [.. yaml.Maps(map, "redFlags").Select(node => ReadFlag(yaml, node, [.. _shared.Values]))];
        _sharedSteps = [.. yaml.Texts(map, "steps").Select(step => new PlaybookStep(step, []) { IsShared = true })];
        _sharedNever = yaml.Texts(map, "never");
    }

    /// <returns>The playbook and the questions that it answers as a passage; null after a reported problem.</returns>
    public (Playbook Playbook, IReadOnlyList<AnticipatedQuestion> Questions)? Read(YamlSource yaml, string text)
    {
        if (yaml.ReadMap(text) is not { } map)
            return null;
        var questions = new List<PlaybookQuestion>();
        foreach (var node in yaml.Maps(map, "questions"))
            questions.Add(ReadOrShare(yaml, node, questions));
        foreach (var twice in questions.GroupBy(question => question.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yaml.Report(map, $"The question \"{twice.Key}\" stands twice.", "Remove one of the two.");
        var playbook = new Playbook
        {
            Id = ReadId(yaml, map, "id"),
            Title = yaml.Text(map, "title"),
            Summary = yaml.Text(map, "summary"),
            Urgency = yaml.Text(map, "urgency"),
            ActWithinHours = ReadNumber(yaml, map, "actWithinHours", 0, 24 * 60),
            Recognise = Required(yaml, map, "recognise"),
            Cues = [.. yaml.Maps(map, "cues").Select(node => ReadCue(yaml, node))],
            Questions = questions,
            RedFlags = [.. _sharedFlags, .. Optional(map, "redFlags") ? yaml.Maps(map, "redFlags").Select(node => ReadFlag(yaml, node, questions)) : []],
            Steps = [.. yaml.Maps(map, "steps").Select(node => new PlaybookStep(yaml.Text(node, "text"), ReadWhen(yaml, node, questions))), .. _sharedSteps],
            SharedNever = _sharedNever.Count,
            Never = [.. Required(yaml, map, "never"), .. _sharedNever],
            Contacts = Required(yaml, map, "contacts"),
            Letters = Optional(map, "letters") ? [.. yaml.Maps(map, "letters").Select(node => new FittingLetter(yaml.Text(node, "id"), ReadWhen(yaml, node, questions)))] : [],
            ReplyMust = yaml.Texts(map, "replyMust"),
            ReplyMustNot = yaml.Texts(map, "replyMustNot"),
            Variants = Optional(map, "variants") ? yaml.Maps(map, "variants").ToDictionary(node => yaml.Text(node, "country"), node => yaml.Text(node, "text"), StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal),
            Rests = Required(yaml, map, "rests"),
            Sources = yaml.Sources(map),
            Confidence = yaml.Choice<Confidence>(map, "confidence"),
            AsOf = yaml.Text(map, "asOf"),
        };
        return (playbook, yaml.Questions(map, "questionsInPlainWords"));
    }

    private static bool Optional(YamlMappingNode map, string key) => YamlSource.Child(map, key) is YamlSequenceNode { Children.Count: > 0 };

    private PlaybookQuestion ReadOrShare(YamlSource yaml, YamlMappingNode node, List<PlaybookQuestion> before)
    {
        if (YamlSource.OptionalText(node, "common") is not { } name)
        {
            var own = ReadQuestion(yaml, node);
            return own with { When = ReadWhen(yaml, node, before) };
        }

        if (_shared.TryGetValue(name, out var shared))
            return shared with { When = ReadWhen(yaml, node, before) };
        yaml.Report(node, $"There is no shared question \"{name}\".", $"Use one of {string.Join(", ", _shared.Keys)}, or write the question out.");
        return new PlaybookQuestion(name, "", "", QuestionKind.Text);
    }

    private static PlaybookQuestion ReadQuestion(YamlSource yaml, YamlMappingNode node)
    {
        var question = new PlaybookQuestion(ReadId(yaml, node, "id"), Short(yaml, node, "text", LongestText), Short(yaml, node, "why", LongestText), yaml.Choice<QuestionKind>(node, "kind"))
        {
            Fills = YamlSource.OptionalText(node, "fills"),
        };
        if (question.Kind != QuestionKind.Choice)
            return question;
        var choices = yaml.Maps(node, "choices").Select(choice => new PlaybookChoice(ReadId(yaml, choice, "value"), Short(yaml, choice, "label", LongestLabel))).ToList();
        if (choices.Count is < 2 or > MostChoices)
            yaml.Report(node, $"The question \"{question.Id}\" has {choices.Count} choices.", $"Give it 2 to {MostChoices}.");
        return question with { Choices = choices };
    }

    private static Cue ReadCue(YamlSource yaml, YamlMappingNode node)
    {
        var weight = ReadNumber(yaml, node, "weight", -5, 5);
        var phrases = node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "").Where(key => key != "weight")
            .ToDictionary(language => language, language => yaml.Texts(node, language), StringComparer.Ordinal);
        if (weight == 0 || phrases.Values.Sum(list => list.Count) == 0)
            yaml.Report(node, "The cue has no weight or no phrase.", "Give it a weight from -5 to 5 and phrases under a language code.");
        return new Cue(weight, phrases);
    }

    private static RedFlag ReadFlag(YamlSource yaml, YamlMappingNode node, IReadOnlyList<PlaybookQuestion> questions)
    {
        var when = ReadWhen(yaml, node, questions);
        if (when.Count == 0)
            yaml.Report(node, "The red flag has no 'when'.", "Say when it is raised.");
        return new RedFlag(ReadId(yaml, node, "id"), when, yaml.Text(node, "title"), yaml.Text(node, "text"));
    }

    private static List<PlaybookCondition> ReadWhen(YamlSource yaml, YamlMappingNode node, IReadOnlyList<PlaybookQuestion> questions) =>
        Optional(node, "when") ? [.. yaml.Maps(node, "when").Select(condition => ReadCondition(yaml, condition, questions))] : [];

    private static PlaybookCondition ReadCondition(YamlSource yaml, YamlMappingNode node, IReadOnlyList<PlaybookQuestion> questions)
    {
        if (YamlSource.OptionalText(node, "fact") is { } fact)
        {
            if (!CaseFacts.All.Contains(fact))
                yaml.Report(node, $"There is no fact \"{fact}\".", $"Use one of {string.Join(", ", CaseFacts.All)}.");
            return new PlaybookCondition(null, [], fact);
        }

        var name = yaml.Text(node, "question");
        var values = yaml.Texts(node, "is");
        var question = questions.FirstOrDefault(question => question.Id == name);
        if (question is null)
            yaml.Report(node, $"The condition names \"{name}\", which is not asked before.", "Name a question above this one.");
        else if (question.Kind == QuestionKind.Choice && values.FirstOrDefault(value => question.Choices.All(choice => choice.Value != value)) is { } missing)
            yaml.Report(node, $"\"{missing}\" is no choice of \"{name}\".", $"Use one of {string.Join(", ", question.Choices.Select(choice => choice.Value))}.");
        else if (question.Kind is not (QuestionKind.Choice or QuestionKind.Country) || values.Count == 0)
            yaml.Report(node, $"The condition on \"{name}\" can never hold.", "Ask for values of a choice or of a country.");
        return new PlaybookCondition(name, values, null);
    }

    private static string ReadId(YamlSource yaml, YamlMappingNode node, string key)
    {
        var id = yaml.Text(node, key);
        if (id.Length > 0 && !Word.IsMatch(id))
            yaml.Report(node, $"'{key}' is \"{id}\".", "Use lower-case letters, digits and '_'.");
        return id;
    }

    private static string Short(YamlSource yaml, YamlMappingNode node, string key, int longest)
    {
        var text = yaml.Text(node, key);
        if (text.Length > longest)
            yaml.Report(node, $"'{key}' has {text.Length} characters.", $"Shorten it to {longest}.");
        return text;
    }

    private static IReadOnlyList<string> Required(YamlSource yaml, YamlMappingNode node, string key)
    {
        var texts = yaml.Texts(node, key);
        if (texts.Count == 0)
            yaml.Report(node, $"'{key}' is missing or empty.", $"Add a list '{key}:'.");
        return texts;
    }

    private static int ReadNumber(YamlSource yaml, YamlMappingNode node, string key, int least, int most)
    {
        if (int.TryParse(yaml.Text(node, key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        yaml.Report(node, $"'{key}' is not a whole number from {least} to {most}.", "Correct it.");
        return least;
    }
}
