using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Sparse;
using NodeBot.Retrieval.Text;

namespace NodeBot.Retrieval.Embedded;

/// <summary>The words: BM25 over the fields of each passage, and TF-IDF over each question. Immutable, thread-safe.</summary>
internal sealed class SparseSide
{
    private const int Version = 7;

    // Title, text, anticipated questions, keywords, notes. That of the questions is the best of 0.3, 1 and 3 under
    // cross-validation: a passage should not win by the common words of its many questions.
    private static readonly float[] FieldWeights = [2f, 1.5f, 0.3f, 2f, 0.5f];

    private readonly Dictionary<string, float> _termOdds;
    private readonly float[] _averageLengths;

    private SparseSide(InvertedIndex passages, InvertedIndex questions, IReadOnlyDictionary<string, int> vocabulary, Dictionary<string, float> termOdds, float[] averageLengths)
    {
        _averageLengths = averageLengths;
        Passages = passages;
        Questions = questions;
        Vocabulary = vocabulary;
        _termOdds = termOdds;
    }

    public InvertedIndex Passages { get; }

    public InvertedIndex Questions { get; }

    /// <summary>Folded words of the knowledge with their counts.</summary>
    public IReadOnlyDictionary<string, int> Vocabulary { get; }

    /// <returns>Log-odds of the term between anticipated and neighbouring questions; 0 for a term of neither.</returns>
    public float TermOdds(string term) => _termOdds.GetValueOrDefault(term);

    public static SparseSide Build(IndexContents contents, TextAnalyzer analyzer)
    {
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        List<string> Analyze(string text, string? language)
        {
            var tokens = Tokenizer.Tokenize(text);
            foreach (var token in tokens)
                vocabulary[token.Folded] = vocabulary.GetValueOrDefault(token.Folded) + 1;
            return analyzer.Terms(tokens, language);
        }

        var questionTerms = contents.Questions.Select(question => Analyze(question.Text, question.Language)).ToArray();
        var documents = new IReadOnlyList<string>[contents.Passages.Count][];
        for (var p = 0; p < documents.Length; p++)
        {
            var passage = contents.Passages[p];
            var questions = questionTerms[contents.Rows.QuestionStarts[p]..contents.Rows.QuestionStarts[p + 1]];
            documents[p] = Fields(passage, contents.Knowledge.NotesAbout(passage.Id), questions, Analyze);
        }

        var averages = Bm25.AverageLengths(documents, FieldWeights.Length);
        foreach (var word in analyzer.AliasWords)
            vocabulary.TryAdd(word, 1);
        return new SparseSide(
            InvertedIndex.Build([.. documents.Select(fields => Bm25.Weigh(fields, FieldWeights, averages))]),
            InvertedIndex.Build(TfIdf.Weigh(questionTerms)),
            vocabulary,
            NaiveBayes(questionTerms, contents.Rows.Anticipated),
            averages);
    }

    /// <summary>Weighs a passage that is not part of this side, by this side's statistics.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="notes">Those about it.</param>
    /// <param name="questions">Its questions and its notes'.</param>
    /// <param name="analyzer">Makes terms.</param>
    /// <returns>BM25 weights of its terms, and TF-IDF vectors of its questions.</returns>
    public (TermVector Words, IReadOnlyList<TermVector> Questions) Weigh(Passage passage, IReadOnlyList<Passage> notes, IReadOnlyList<IndexedQuestion> questions, TextAnalyzer analyzer)
    {
        List<string> Analyze(string text, string? language) => analyzer.Terms(Tokenizer.Tokenize(text), language);
        var terms = questions.Select(question => Analyze(question.Text, question.Language)).ToArray();
        return (Bm25.Weigh(Fields(passage, notes, terms, Analyze), FieldWeights, _averageLengths), [.. terms.Select(QuestionUnit)]);
    }

    /// <returns>The TF-IDF unit vector of a question's terms.</returns>
    public TermVector QuestionUnit(IReadOnlyList<string> terms) =>
        TfIdf.Unit(terms, term => Bm25.Idf(Questions.DocumentCount, Questions.DocumentFrequency(term)));

    /// <returns>In how many passages and questions the term stands.</returns>
    public int DocumentFrequency(string term) => Passages.DocumentFrequency(term) + Questions.DocumentFrequency(term);

    /// <returns>BM25's idf of a term over passages and questions.</returns>
    public float Idf(string term) => Bm25.Idf(Passages.DocumentCount + Questions.DocumentCount, DocumentFrequency(term));

    public void Save(BinaryWriter to)
    {
        to.Write(Version);
        Passages.Save(to);
        Questions.Save(to);
        to.Write(Vocabulary.Count);
        foreach (var (word, count) in Vocabulary)
        {
            to.Write(word);
            to.Write(count);
        }

        to.Write(_termOdds.Count);
        foreach (var (term, odds) in _termOdds)
        {
            to.Write(term);
            to.Write(odds);
        }

        foreach (var length in _averageLengths)
            to.Write(length);
    }

    /// <exception cref="InvalidDataException">The stream holds something else, or an older version.</exception>
    public static SparseSide Load(BinaryReader from)
    {
        if (from.ReadInt32() != Version)
            throw new InvalidDataException("The saved index has another version.");
        var passages = InvertedIndex.Load(from);
        var questions = InvertedIndex.Load(from);
        var words = from.ReadInt32();
        var vocabulary = new Dictionary<string, int>(words, StringComparer.Ordinal);
        for (var i = 0; i < words; i++)
            vocabulary.Add(from.ReadString(), from.ReadInt32());
        var terms = from.ReadInt32();
        var odds = new Dictionary<string, float>(terms, StringComparer.Ordinal);
        for (var i = 0; i < terms; i++)
            odds.Add(from.ReadString(), from.ReadSingle());
        var averages = new float[FieldWeights.Length];
        for (var f = 0; f < averages.Length; f++)
            averages[f] = from.ReadSingle();
        return new SparseSide(passages, questions, vocabulary, odds, averages);
    }

    private static IReadOnlyList<string>[] Fields(Passage passage, IReadOnlyList<Passage> notes, IEnumerable<List<string>> questions, Func<string, string?, List<string>> analyze) =>
    [
        analyze($"{passage.Title} {passage.Section}", passage.Language),
        analyze(passage.Text, passage.Language),
        [.. questions.SelectMany(terms => terms)],
        [.. passage.Keywords.SelectMany(keyword => analyze(keyword, "en"))],
        [.. notes.SelectMany(note => analyze(NoteText(note), "en"))],
    ];

    private static string NoteText(Passage note) => $"{note.Title} {note.Text} {string.Join(' ', note.Keywords)}";

    // Bernoulli naive Bayes with add-half smoothing: in what share of each kind of question does the term stand?
    private static Dictionary<string, float> NaiveBayes(List<string>[] questions, int anticipated)
    {
        var inside = TermVector.Count(questions[..anticipated].SelectMany(terms => terms.Distinct(StringComparer.Ordinal)));
        var outside = TermVector.Count(questions[anticipated..].SelectMany(terms => terms.Distinct(StringComparer.Ordinal)));
        var odds = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var term in inside.Keys.Union(outside.Keys, StringComparer.Ordinal))
        {
            var pInside = (inside.GetValueOrDefault(term) + 0.5) / (anticipated + 1);
            var pOutside = (outside.GetValueOrDefault(term) + 0.5) / (questions.Length - anticipated + 1);
            odds[term] = (float)Math.Log(pInside / pOutside);
        }

        return odds;
    }
}
