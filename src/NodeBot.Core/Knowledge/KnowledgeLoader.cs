using System.Text.RegularExpressions;
using NodeBot.Core.Complaints.Playbooks;
using NodeBot.Core.Letters;

namespace NodeBot.Core.Knowledge;

/// <summary>
/// Reads the knowledge folder and checks it whole: <c>guide/*.md</c>, <c>guide/questions/*.yaml</c>,
/// <c>guide/neighbours.yaml</c>, <c>notes/*.yaml</c>, <c>aliases.yaml</c>, and the folders that <see cref="CountryKnowledge"/> and
/// <see cref="PlaybookDocument"/> read.
/// </summary>
public sealed partial class KnowledgeLoader
{
    /// <summary>Anticipated questions that a guide passage needs; retrieval was measured to fail with fewer (see docs/benchmarks.md).</summary>
    public const int QuestionsPerPassage = 14;

    private readonly string _folder;
    private readonly List<KnowledgeProblem> _problems = [];
    private readonly Dictionary<string, Passage> _passages = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, string> _questions = new(StringComparer.OrdinalIgnoreCase);

    private KnowledgeLoader(string folder) => _folder = folder;

    [GeneratedRegex("^note(/[a-z0-9]+(-[a-z0-9]+)*)+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoteId { get; }

    /// <param name="folder">The knowledge folder.</param>
    /// <returns>The knowledge, or all its problems with file, line and mend.</returns>
    public static KnowledgeLoadResult Load(string folder) => new KnowledgeLoader(folder).Load();

    private KnowledgeLoadResult Load()
    {
        if (!Directory.Exists(Path.Combine(_folder, "guide")))
        {
            _problems.Add(new KnowledgeProblem(_folder, 0, "There is no knowledge here.", "Point NodeBot:Knowledge at the folder that holds guide/, notes/ and aliases.yaml."));
            return new KnowledgeLoadResult(null, _problems);
        }

        ForEachFile("guide", "*.md", (file, text) => Add(new GuideDocument(file, _problems).Read(text), file));
        ForEachFile("guide/questions", "*.yaml", ReadQuestions);
        ForEachFile("notes", "*.yaml", ReadNotes);
        var neighbours = new List<NeighbouringTopic>();
        ForEachFile("guide", "neighbours.yaml", (file, text) => ReadNeighbours(file, text, neighbours));
        var aliases = new List<Alias>();
        ForEachFile("", "aliases.yaml", (file, text) => new AliasDocument(new YamlSource(file, _problems)).Read(text, aliases));
        var countries = ReadCountries(aliases);
        var playbooks = ReadPlaybooks();
        var letters = ReadLetters();
        CheckWhole();

        return _problems.Count > 0
            ? new KnowledgeLoadResult(null, _problems)
            : new KnowledgeLoadResult(new KnowledgeBase([.. _order.Select(id => _passages[id])], neighbours, aliases)
            {
                Playbooks = playbooks,
                Letters = letters,
                Jurisdictions = countries.Jurisdictions,
                Providers = countries.Providers,
                Registries = countries.Registries,
                Organisations = countries.Organisations,
            }, []);
    }

    private void ForEachFile(string folder, string pattern, Action<string, string> read)
    {
        var full = Path.Combine(_folder, folder);
        if (!Directory.Exists(full))
            return;
        foreach (var path in Directory.GetFiles(full, pattern).Order(StringComparer.Ordinal))
            read(Path.GetRelativePath(_folder, path).Replace('\\', '/'), File.ReadAllText(path));
    }

    private void Add(IEnumerable<Passage> passages, string file, int line = 0)
    {
        foreach (var passage in passages)
        {
            if (_passages.TryAdd(passage.Id, passage))
                _order.Add(passage.Id);
            else
                _problems.Add(new KnowledgeProblem(file, line, $"The id \"{passage.Id}\" is used twice.", "Give one of the two another id."));
            if (!PassageDocument.AsOf.IsMatch(passage.AsOf))
                _problems.Add(new KnowledgeProblem(file, line, $"asOf of \"{passage.Id}\" is \"{passage.AsOf}\".", "Write it as YYYY, YYYY-MM or YYYY-MM-DD."));
        }
    }

    private void ReadQuestions(string file, string text)
    {
        var yaml = new YamlSource(file, _problems);
        foreach (var entry in yaml.ReadList(text))
        {
            var id = yaml.Text(entry, "passage");
            if (!_passages.TryGetValue(id, out var passage))
            {
                yaml.Report(entry, $"There is no passage \"{id}\".", "Correct the id; 'nodebot knowledge list' shows them all.");
                continue;
            }

            if (passage.Facts.Count > 0)
                yaml.Report(entry, $"Questions for \"{id}\" are given twice.", "Join the two entries.");
            var facts = yaml.Maps(entry, "facts").Select(fact => ReadFact(yaml, fact, passage)).ToArray();
            _passages[id] = passage with { Facts = facts, Keywords = yaml.Texts(entry, "keywords"), Country = YamlSource.OptionalText(entry, "country") };
        }
    }

    private Fact ReadFact(YamlSource yaml, YamlDotNet.RepresentationModel.YamlMappingNode node, Passage passage)
    {
        var evidence = yaml.Text(node, "evidence");
        var sentences = Sentences.Split(passage.Text);
        if (!sentences.Any(range => passage.Text[range].Contains(evidence, StringComparison.Ordinal)))
            yaml.Report(node, $"The evidence \"{evidence}\" does not stand in one sentence of \"{passage.Id}\".", "Copy the words from the passage, quotes and all.");
        var questions = yaml.Questions(node);
        if (questions.Count < 2)
            yaml.Report(node, "A fact needs two questions or more.", "Add some, as operators would ask them.");
        Claim(yaml, node, questions, passage.Id);
        return new Fact(evidence, questions);
    }

    private void Claim(YamlSource yaml, YamlDotNet.RepresentationModel.YamlNode? node, IEnumerable<AnticipatedQuestion> questions, string owner)
    {
        foreach (var question in questions)
        {
            if (!_questions.TryAdd(question.Text, owner) && _questions[question.Text] != owner)
                yaml.Report(node, $"The question \"{question.Text}\" already belongs to {_questions[question.Text]}.", "Keep it where it is answered best.");
        }
    }

    private void ReadNotes(string file, string text)
    {
        var yaml = new YamlSource(file, _problems);
        foreach (var entry in yaml.ReadList(text))
        {
            var id = yaml.Text(entry, "id");
            if (!NoteId.IsMatch(id))
                yaml.Report(entry, $"The note id \"{id}\" is not of the form note/name.", "Use lower-case words joined by '-'.");
            var questions = yaml.Questions(entry);
            Claim(yaml, entry, questions, id);
            var about = yaml.Texts(entry, "about");
            if (about.Count == 0)
                yaml.Report(entry, "'about' is missing.", "Name the passage ids that the note is about.");
            foreach (var missing in about.Where(target => !_passages.ContainsKey(target)))
                yaml.Report(entry, $"The note is about \"{missing}\", which does not exist.", "Correct the id; 'nodebot knowledge list' shows them all.");
            var note = new Passage
            {
                Id = id,
                Source = PassageSource.Note,
                Title = yaml.Text(entry, "title"),
                Section = "Notes",
                Text = yaml.Text(entry, "text"),
                Language = "en",
                AsOf = yaml.Text(entry, "asOf"),
                Confidence = yaml.Choice<Confidence>(entry, "confidence"),
                Sources = yaml.Sources(entry),
                About = about,
                Concerns = ReadConcerns(yaml, entry, about),
                Keywords = yaml.Texts(entry, "keywords"),
                Facts = [new Fact("", questions)],
                TouchesLaw = about.Any(target => _passages.GetValueOrDefault(target)?.TouchesLaw == true),
            };
            Add([note], file, (int)entry.Start.Line);
        }
    }

    private string? ReadConcerns(YamlSource yaml, YamlDotNet.RepresentationModel.YamlMappingNode entry, IReadOnlyList<string> about)
    {
        var concerns = YamlSource.OptionalText(entry, "concerns");
        if (concerns is not null && !about.Any(id => _passages.GetValueOrDefault(id)?.Text.Contains(concerns, StringComparison.Ordinal) == true))
            yaml.Report(entry, $"The words \"{concerns}\" do not stand in the passage that the note is about.", "Copy them from the passage, or leave 'concerns' out.");
        return concerns;
    }

    private void ReadNeighbours(string file, string text, List<NeighbouringTopic> topics)
    {
        var yaml = new YamlSource(file, _problems);
        foreach (var entry in yaml.ReadList(text))
        {
            var topic = new NeighbouringTopic(yaml.Text(entry, "topic"), yaml.Text(entry, "decline"), yaml.Texts(entry, "questions"));
            Claim(yaml, entry, topic.Questions.Select(q => new AnticipatedQuestion(q, "en")), "neighbours/" + topic.Topic);
            topics.Add(topic);
        }
    }

    private CountryKnowledge ReadCountries(IReadOnlyList<Alias> aliases)
    {
        var countries = new CountryKnowledge(_problems, id => _passages.ContainsKey(id));
        foreach (var (folder, pattern) in CountryKnowledge.Folders)
            ForEachFile(folder, pattern, countries.Read);
        foreach (var (yaml, node, passage) in countries.Passages(aliases))
        {
            Claim(yaml, node, passage.Facts.SelectMany(fact => fact.Questions), passage.Id);
            Add([passage], yaml.File, (int)node.Start.Line);
        }

        return countries;
    }

    // After all passages: the letters' claims rest on them.
    private List<LetterTemplate> ReadLetters()
    {
        var document = new LetterDocument();
        var letters = new List<LetterTemplate>();
        ForEachFile("letters", LetterDocument.CommonFile, (file, text) => document.ReadCommon(new YamlSource(file, _problems), text));
        ForEachFile("letters", "*.yaml", (file, text) =>
        {
            if (Path.GetFileName(file) != LetterDocument.CommonFile && document.Read(new YamlSource(file, _problems), text, _passages.ContainsKey) is { } letter)
                letters.Add(letter);
        });
        return letters;
    }

    private List<Playbook> ReadPlaybooks()
    {
        var document = new PlaybookDocument();
        var playbooks = new List<Playbook>();
        ForEachFile("playbooks", PlaybookDocument.CommonFile, (file, text) => document.ReadCommon(new YamlSource(file, _problems), text));
        ForEachFile("playbooks", "*.yaml", (file, text) =>
        {
            var yaml = new YamlSource(file, _problems);
            if (Path.GetFileName(file) == PlaybookDocument.CommonFile || document.Read(yaml, text) is not { } read)
                return;
            foreach (var missing in read.Playbook.Rests.Where(id => !_passages.ContainsKey(id)))
                yaml.Report(1, $"The playbook rests on \"{missing}\", which does not exist.", "Correct the id; 'nodebot knowledge list' shows them all.");
            Claim(yaml, null, read.Questions, read.Playbook.PassageId);
            Add([PlaybookPassage.Of(read.Playbook, read.Questions)], file);
            playbooks.Add(read.Playbook);
        });
        return playbooks;
    }

    private void CheckWhole()
    {
        foreach (var passage in _order.Select(id => _passages[id]).Where(p => p.Source == PassageSource.Guide))
        {
            var count = passage.Facts.Sum(fact => fact.Questions.Count);
            if (count < QuestionsPerPassage)
                _problems.Add(new KnowledgeProblem("guide/questions", 0, $"\"{passage.Id}\" has {count} anticipated questions.", $"Write {QuestionsPerPassage} or more, at least two a fact."));
        }
    }
}
