using NodeBot.Core.Retrieval;
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

    public IndexedKnowledge(IndexContents contents, TextAnalyzer analyzer, SparseSide sparse, DenseSide? dense, CalibrationPair calibration, TypoCorrector typos)
    {
        _contents = contents;
        _analyzer = analyzer;
        _sparse = sparse;
        _dense = dense;
        _calibration = calibration;
        _typos = typos;
    }

    public int PassageCount => _contents.Passages.Count;

    public bool HasVectors => _dense is not null;

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

    public SearchResult Search(Question question, int limit)
    {
        var calibration = question.Vector.Length > 0 && HasVectors ? _calibration.Dense : _calibration.Lexical;
        var scan = Scan(question);
        var hits = scan.Candidates(Candidates)
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
        var scan = new ScanResult(_contents, [.. question.Terms.Distinct(StringComparer.Ordinal)]);
        foreach (var term in scan.Terms)
        {
            var inPassages = _sparse.Passages.DocumentFrequency(term);
            var inQuestions = _sparse.Questions.DocumentFrequency(term);
            var idf = Bm25.Idf(_sparse.Passages.DocumentCount + _sparse.Questions.DocumentCount, inPassages + inQuestions);
            scan.TotalIdf += idf;
            if (inPassages + inQuestions == 0)
                scan.UnknownIdf += idf;
            scan.TermOdds += _sparse.TermOdds(term) / scan.Terms.Count;
            _sparse.Passages.Accumulate(term, idf, scan.Bm25, scan.CoveredIdf);
        }

        var unit = TfIdf.Unit(question.Terms, term => Bm25.Idf(_sparse.Questions.DocumentCount, _sparse.Questions.DocumentFrequency(term)));
        for (var i = 0; i < unit.Terms.Length; i++)
            _sparse.Questions.Accumulate(unit.Terms[i], unit.Weights[i], scan.QuestionWords, []);

        if (_dense is not null && question.Vector.Length > 0)
        {
            _dense.Questions.Score(question.Vector.Span, scan.QuestionCosines);
            _dense.Texts.Score(question.Vector.Span, scan.TextCosines);
            _dense.ScorePassages(question.Vector.Span, scan.PassageProbes);
            scan.HasVector = true;
            scan.VectorOdds = _dense.Probe.LogOdds(question.Vector.Span);
        }

        scan.Close();
        return scan;
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
