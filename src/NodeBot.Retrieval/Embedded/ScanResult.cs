using NodeBot.Core.Retrieval;
using NodeBot.Retrieval.Sparse;

namespace NodeBot.Retrieval.Embedded;

/// <summary>All scores of one question against one set of <see cref="ScanRows"/>, and what is read off them. Used by one thread.</summary>
internal sealed class ScanResult(ScanRows rows, IReadOnlyList<string> terms)
{
    // Neighbours that vote, and how fast their weight falls with their distance.
    private const int Voters = 10;
    private const float DenseTemperature = 0.03f;
    private const float SparseTemperature = 0.1f;

    // Keeps questions of common words alone from scoring as high by words as questions with a telling word.
    private const float CommonWords = 25;

    private float[] _bestText = [];
    private float[] _bestQuestion = [];
    private float[] _bestQuestionWords = [];
    private double[] _denseVotes = [];
    private double[] _sparseVotes = [];

    /// <summary>The question's distinct terms.</summary>
    public IReadOnlyList<string> Terms => terms;

    public float TotalIdf { get; set; }

    public float UnknownIdf { get; set; }

    public float TermOdds { get; set; }

    /// <summary>Whether the question was compared by its vector.</summary>
    public bool HasVector { get; set; }

    public float VectorOdds { get; set; }

    /// <summary>For each passage.</summary>
    public float[] Bm25 { get; } = new float[rows.Passages.Count];

    /// <summary>For each passage, the idf of the terms that it holds.</summary>
    public float[] CoveredIdf { get; } = new float[rows.Passages.Count];

    /// <summary>For each question, TF-IDF cosine.</summary>
    public float[] QuestionWords { get; } = new float[rows.QuestionCount];

    /// <summary>For each question; all 0 without an embedder.</summary>
    public float[] QuestionCosines { get; } = new float[rows.QuestionCount];

    /// <summary>For each text; all 0 without an embedder.</summary>
    public float[] TextCosines { get; } = new float[rows.TextCount];

    /// <summary>For each passage, what its probe says; all 0 without an embedder.</summary>
    public float[] PassageProbes { get; } = new float[rows.Passages.Count];

    /// <summary>Takes a passage out of the search. Call before <see cref="Close"/>.</summary>
    public void Hide(int passage)
    {
        Bm25[passage] = CoveredIdf[passage] = PassageProbes[passage] = 0;
        TextCosines.AsSpan(rows.TextStarts[passage]..rows.TextStarts[passage + 1]).Clear();
        QuestionCosines.AsSpan(rows.QuestionStarts[passage]..rows.QuestionStarts[passage + 1]).Clear();
        QuestionWords.AsSpan(rows.QuestionStarts[passage]..rows.QuestionStarts[passage + 1]).Clear();
    }

    /// <summary>Call once all scores are in.</summary>
    public void Close()
    {
        _bestText = BestByPassage(TextCosines, rows.TextStarts);
        _bestQuestion = BestByPassage(QuestionCosines, rows.QuestionStarts);
        _bestQuestionWords = BestByPassage(QuestionWords, rows.QuestionStarts);
        _denseVotes = VoteByPassage(QuestionCosines, DenseTemperature);
        _sparseVotes = VoteByPassage(QuestionWords, SparseTemperature);
    }

    /// <returns>Passages that any side thinks well of, each once.</returns>
    public IEnumerable<int> Candidates(int count) =>
        Nearest.Top(_bestQuestion, count)
            .Union(Nearest.Top(_bestText, count))
            .Union(Nearest.Top(Bm25, count))
            .Union(Nearest.Top(_bestQuestionWords, count));

    public PassageHit Hit(int passage, RankingModel ranking)
    {
        var from = rows.QuestionStarts[passage];
        var to = rows.QuestionStarts[passage + 1];
        var signals = new PassageSignals(
            _bestQuestion[passage],
            MeanOfTopThree(QuestionCosines.AsSpan(from, to - from)),
            _bestText[passage],
            Bm25[passage] / ((TotalIdf * (Sparse.Bm25.K1 + 1)) + CommonWords),
            _bestQuestionWords[passage],
            CoveredIdf[passage] / Math.Max(TotalIdf, 1e-6f),
            _denseVotes[passage],
            _sparseVotes[passage],
            PassageProbes[passage]);
        return new PassageHit(rows.Passages[passage], ranking.Score(signals), signals, FactScores(passage, from, to));
    }

    /// <returns>The highest score of a neighbouring question; 0 when there is none.</returns>
    public double BestNeighbour(float[] scores)
    {
        var best = 0f;
        foreach (var score in scores.AsSpan(rows.Anticipated))
            best = Math.Max(best, score);
        return best;
    }

    /// <returns>The topic of the nearest neighbouring question; null when there is none.</returns>
    public string? NearestNeighbourTopic()
    {
        var nearest = -1;
        var best = 0f;
        for (var q = rows.Anticipated; q < rows.QuestionCount; q++)
        {
            if (QuestionCosines[q] + QuestionWords[q] is var score && score > best)
                (nearest, best) = (q, score);
        }

        return nearest < 0 ? null : rows.Topics[rows.NeighbourTopics[nearest - rows.Anticipated]].Topic;
    }

    /// <returns>Share of anticipated questions among the nearest of both kinds by vectors; one half when nothing is near.</returns>
    public double DenseVote() => Vote(QuestionCosines, DenseTemperature);

    /// <returns>The same by words.</returns>
    public double SparseVote() => Vote(QuestionWords, SparseTemperature);

    private double Vote(float[] scores, float temperature)
    {
        double inside = 0, all = 0;
        foreach (var (question, weight) in Ballot(scores, temperature))
        {
            all += weight;
            if (question < rows.Anticipated)
                inside += weight;
        }

        return all > 0 ? inside / all : 0.5;
    }

    /// <returns>Whether words and vectors name the same best passage.</returns>
    public bool SidesAgree()
    {
        var dense = Nearest.Top(_bestQuestion, 1);
        var sparse = Nearest.Top(Bm25, 1);
        return dense.Count == 1 && sparse.Count == 1 && dense[0] == sparse[0];
    }

    private double[] VoteByPassage(float[] scores, float temperature)
    {
        var votes = new double[rows.Passages.Count];
        double all = 0;
        foreach (var (question, weight) in Ballot(scores.AsSpan(0, rows.Anticipated), temperature))
        {
            votes[rows.PassageOf(question)] += weight;
            all += weight;
        }

        for (var p = 0; all > 0 && p < votes.Length; p++)
            votes[p] /= all;
        return votes;
    }

    // The nearest of the questions with the weight of each, the nearest weighing 1.
    private static List<(int Question, double Weight)> Ballot(ReadOnlySpan<float> scores, float temperature)
    {
        var ballot = new List<(int, double)>(Voters);
        var nearest = Nearest.Top(scores, Voters);
        foreach (var question in nearest)
            ballot.Add((question, Math.Exp((scores[question] - scores[nearest[0]]) / temperature)));
        return ballot;
    }

    private static float[] BestByPassage(float[] scores, int[] starts)
    {
        var best = new float[starts.Length - 1];
        for (var p = 0; p < best.Length; p++)
        {
            foreach (var score in scores.AsSpan(starts[p], starts[p + 1] - starts[p]))
                best[p] = Math.Max(best[p], score);
        }

        return best;
    }

    private float[] FactScores(int passage, int from, int to)
    {
        var facts = new float[rows.Passages[passage].Facts.Count];
        for (var q = from; q < to; q++)
        {
            if (rows.Facts[q] is >= 0 and var fact)
                facts[fact] = Math.Max(facts[fact], Math.Max(QuestionCosines[q], QuestionWords[q]));
        }

        return facts;
    }

    private static float MeanOfTopThree(ReadOnlySpan<float> scores)
    {
        float first = 0, second = 0, third = 0;
        foreach (var score in scores)
        {
            if (score > first)
                (first, second, third) = (score, first, second);
            else if (score > second)
                (second, third) = (score, second);
            else if (score > third)
                third = score;
        }

        return (first + second + third) / 3;
    }
}
