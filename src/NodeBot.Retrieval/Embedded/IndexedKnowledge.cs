using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval.Dense;
using NodeBot.Retrieval.Sparse;
using NodeBot.Retrieval.Text;

namespace NodeBot.Retrieval.Embedded;

/// <summary>One state of the embedded index: contents, words, vectors and calibration that belong together. Immutable, thread-safe.</summary>
internal sealed class IndexedKnowledge
{
    // So many candidates of each side are looked at closely.
    private const int Candidates = 24;

    private readonly IndexContents _contents;
    private readonly SparseSide _sparse;
    private readonly DenseSide? _dense;
    private readonly TextAnalyzer _analyzer;
    private readonly CalibrationPair _calibration;
    private readonly TypoCorrector _typos;
    private readonly int[] _ofCommunities;
    private readonly Lazy<IReadOnlyList<ScoreCard>> _cards;

    public IndexedKnowledge(IndexContents contents, TextAnalyzer analyzer, SparseSide sparse, DenseSide? dense, CalibrationPair calibration, TypoCorrector typos)
    {
        _contents = contents;
        _analyzer = analyzer;
        _sparse = sparse;
        _dense = dense;
        _calibration = calibration;
        _typos = typos;
        _ofCommunities = [.. Enumerable.Range(0, contents.Passages.Count).Where(p => contents.Passages[p].Community is not null)];
        _cards = new Lazy<IReadOnlyList<ScoreCard>>(() => new ScoreCardMaker(_contents, _sparse, _dense).MakeAll());
    }

    public IndexContents Contents => _contents;

    public SparseSide Sparse => _sparse;

    public int PassageCount => _contents.Passages.Count;

    public bool HasVectors => _dense is not null;

    /// <summary>A card for each passage, made at first use.</summary>
    public IReadOnlyList<ScoreCard> Cards => _cards.Value;

    /// <returns>The same contents under another calibration.</returns>
    public IndexedKnowledge With(CalibrationPair calibration) =>
        new(_contents, _analyzer, _sparse, _dense, calibration, _typos);

    /// <returns>The question's text with typos corrected, for the embedder, its terms, and what was understood.</returns>
    public (string Text, IReadOnlyList<string> Terms, QuestionReading Reading) Read(string question)
    {
        var tokens = Tokenizer.Tokenize(question);
        var text = question;
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            var corrected = _typos.Correct(tokens[i].Folded);
            if (corrected == tokens[i].Folded)
                continue;
            text = string.Concat(text.AsSpan(0, tokens[i].Place.Start.Value), corrected, text.AsSpan(tokens[i].Place.End.Value));
            tokens[i] = tokens[i] with { Folded = corrected };
        }

        var language = LanguageGuess.Of(tokens);
        return (text, _analyzer.Terms(tokens, language), new QuestionReading(language, _analyzer.Countries(tokens), _analyzer.Names(tokens, "law"), null));
    }

    /// <returns>The best of all passages that the scope shows.</returns>
    public SearchResult Search(Question question, int limit, SearchScope scope)
    {
        var scan = Scan(question);
        foreach (var passage in _ofCommunities)
        {
            if (!scope.Shows(_contents.Passages[passage].Community))
                scan.Hide(passage);
        }

        scan.Close();
        return Rank(scan, scan.Candidates(Candidates), question, limit);
    }

    /// <returns>The best of the cards, which need not be of this state; scored as if they were all that there is.</returns>
    public SearchResult Search(Question question, IReadOnlyList<ScoreCard> cards, int limit)
    {
        var scan = Scan(question, cards);
        scan.Close();
        return Rank(scan, Enumerable.Range(0, cards.Count), question, limit);
    }

    /// <summary>Weighs a passage that is not part of this state, by this state's statistics.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="notes">Those about it.</param>
    /// <returns>Its rows, BM25 weights and question vectors.</returns>
    public (List<IndexedQuestion> Questions, List<string> Texts, TermVector Words, IReadOnlyList<TermVector> QuestionWords) Weigh(Passage passage, IReadOnlyList<Passage> notes)
    {
        var questions = new List<IndexedQuestion>();
        var texts = new List<string>();
        IndexContents.AddPassage(passage, notes, questions, texts);
        var (words, questionWords) = _sparse.Weigh(passage, notes, questions, _analyzer);
        return (questions, texts, words, questionWords);
    }

    private SearchResult Rank(ScanResult scan, IEnumerable<int> candidates, Question question, int limit)
    {
        var calibration = question.Vector.Length > 0 && HasVectors ? _calibration.Dense : _calibration.Lexical;
        var hits = candidates
            .Select(p => scan.Hit(p, calibration.Ranking))
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Passage.Id, StringComparer.Ordinal)
            .ToList();
        var evidence = Weigh(scan, hits);
        var probability = hits.Count == 0 ? 0 : calibration.Evidence.Probability(evidence.ToVector());
        return new SearchResult(hits.Count > limit ? hits[..limit] : hits, question.Reading with { NearestNeighbourTopic = scan.NearestNeighbourTopic() }, evidence, probability, calibration.Threshold);
    }

    private ScanResult Scan(Question question)
    {
        var scan = new ScanResult(_contents.Rows, [.. question.Terms.Distinct(StringComparer.Ordinal)]);
        foreach (var term in scan.Terms)
        {
            var idf = _sparse.Idf(term);
            Count(scan, term, idf, known: _sparse.DocumentFrequency(term) > 0);
            _sparse.Passages.Accumulate(term, idf, scan.Bm25, scan.CoveredIdf);
        }

        ScoreQuestionWords(_sparse.QuestionUnit(question.Terms), scan.QuestionWords);
        if (_dense is not null && question.Vector.Length > 0)
        {
            _dense.Questions.Score(question.Vector.Span, scan.QuestionCosines);
            _dense.Texts.Score(question.Vector.Span, scan.TextCosines);
            _dense.ScorePassages(question.Vector.Span, scan.PassageProbes);
            scan.HasVector = true;
            scan.VectorOdds = _dense.Probe.LogOdds(question.Vector.Span);
        }

        return scan;
    }

    private ScanResult Scan(Question question, IReadOnlyList<ScoreCard> cards)
    {
        var rows = _contents.Rows.Of(cards);
        var scan = new ScanResult(rows, [.. question.Terms.Distinct(StringComparer.Ordinal)]);
        foreach (var term in scan.Terms)
        {
            var idf = _sparse.Idf(term);
            var known = _sparse.DocumentFrequency(term) > 0;
            var number = TermHash.Of(term);
            for (var p = 0; p < cards.Count; p++)
            {
                if (!cards[p].Words.TryGetValue(number, out var weight))
                    continue;
                known = true;
                scan.Bm25[p] += idf * weight;
                scan.CoveredIdf[p] += idf;
            }

            Count(scan, term, idf, known);
        }

        var unit = _sparse.QuestionUnit(question.Terms);
        uint[] numbers = [.. unit.Terms.Select(TermHash.Of)];
        for (var p = 0; p < cards.Count; p++)
            ScoreQuestionWords(numbers, unit.Weights, cards[p], scan.QuestionWords.AsSpan(rows.QuestionStarts[p]));
        // Neighbouring questions are not kept in cards: they stay here, where all questions are.
        var everyQuestion = new float[_contents.Rows.QuestionCount];
        ScoreQuestionWords(unit, everyQuestion);
        everyQuestion.AsSpan(_contents.Rows.Anticipated).CopyTo(scan.QuestionWords.AsSpan(rows.Anticipated));
        if (_dense is not null && question.Vector.Length > 0)
            ScoreVectors(question.Vector.Span, cards, rows, scan, _dense);
        return scan;
    }

    private void ScoreVectors(ReadOnlySpan<float> question, IReadOnlyList<ScoreCard> cards, ScanRows rows, ScanResult scan, DenseSide dense)
    {
        for (var p = 0; p < cards.Count; p++)
        {
            var card = cards[p];
            card.Vectors?.Score(question, scan.TextCosines.AsSpan(rows.TextStarts[p], card.TextCount));
            card.Vectors?.Score(question, scan.QuestionCosines.AsSpan(rows.QuestionStarts[p], card.Facts.Length), card.TextCount);
            scan.PassageProbes[p] = DenseSide.Likelihood(card.Probe, question);
        }

        dense.Questions.Score(question, scan.QuestionCosines.AsSpan(rows.Anticipated), _contents.Rows.Anticipated);
        scan.HasVector = true;
        scan.VectorOdds = dense.Probe.LogOdds(question);
    }

    private void Count(ScanResult scan, string term, float idf, bool known)
    {
        scan.TotalIdf += idf;
        if (!known)
            scan.UnknownIdf += idf;
        scan.TermOdds += _sparse.TermOdds(term) / scan.Terms.Count;
    }

    private void ScoreQuestionWords(TermVector unit, float[] scores)
    {
        for (var i = 0; i < unit.Terms.Length; i++)
            _sparse.Questions.Accumulate(unit.Terms[i], unit.Weights[i], scores, []);
    }

    private static void ScoreQuestionWords(uint[] terms, float[] weights, ScoreCard card, Span<float> scores)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            foreach (var (question, weight) in card.QuestionWords.GetValueOrDefault(terms[i]) ?? [])
                scores[question] += weights[i] * weight;
        }
    }

    private static EvidenceSignals Weigh(ScanResult scan, List<PassageHit> hits)
    {
        if (hits.Count == 0)
            return new EvidenceSignals();
        var top = hits[0];
        return new EvidenceSignals
        {
            TopScore = top.Score,
            Margin = hits.Count > 1 ? top.Score - hits[1].Score : top.Score,
            BestQuestion = top.Signals.BestQuestion,
            BestNeighbour = scan.BestNeighbour(scan.QuestionCosines),
            DenseVote = scan.HasVector ? scan.DenseVote() : 0,
            SparseVote = scan.SparseVote(),
            BestQuestionWords = top.Signals.BestQuestionWords,
            BestNeighbourWords = scan.BestNeighbour(scan.QuestionWords),
            Coverage = top.Signals.Coverage,
            Unknown = scan.UnknownIdf / Math.Max(scan.TotalIdf, 1e-6f),
            Agreement = scan.SidesAgree() ? 1 : 0,
            TermOdds = scan.TermOdds,
            VectorOdds = scan.VectorOdds,
            Length = Math.Log(1 + scan.Terms.Count),
        };
    }
}
