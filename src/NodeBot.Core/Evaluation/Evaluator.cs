using System.Diagnostics;
using NodeBot.Core.Answering;
using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Evaluation;

/// <summary>Asks all questions of a set and compares the answers with what is known.</summary>
public sealed class Evaluator(Answerer answerer)
{
    private readonly List<double> _latencies = [];
    private readonly List<EvaluationMiss> _misses = [];

    public async Task<EvaluationReport> RunAsync(EvaluationSet set, CancellationToken cancellation)
    {
        var ranks = new List<int>();
        var falseDeclines = 0;
        foreach (var item in set.Answerable)
        {
            var answer = await AskAsync(item.Q, cancellation).ConfigureAwait(false);
            var rank = answer.Citations.ToList().FindIndex(citation => EvaluationSet.Holds(citation.Quote, item.Evidence));
            ranks.Add(rank);
            falseDeclines += answer.Kind == AnswerKind.Declined ? 1 : 0;
            if (rank != 0)
                Miss(item.Q, answer.Kind == AnswerKind.Declined ? "declined" : rank < 0 ? "not in three" : "not first", answer);
        }

        var declined = 0;
        foreach (var question in set.Unanswerable)
        {
            var answer = await AskAsync(question, cancellation).ConfigureAwait(false);
            if (answer.Kind == AnswerKind.Declined)
                declined++;
            else
                Miss(question, "answered", answer);
        }

        return Report(set, ranks, falseDeclines, declined);
    }

    private async Task<Answer> AskAsync(string text, CancellationToken cancellation)
    {
        if (QuestionText.Read(text, out var question) is { } problem)
            throw new InvalidDataException($"\"{text}\": {problem}");
        var clock = Stopwatch.GetTimestamp();
        var answer = await answerer.AnswerAsync(question!, SearchScope.Everyone, cancellation).ConfigureAwait(false);
        _latencies.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        return answer;
    }

    private void Miss(string question, string what, Answer answer) =>
        _misses.Add(new EvaluationMiss(question, what, answer.Citations is [var first, ..] ? first.Passage.Id : ""));

    private EvaluationReport Report(EvaluationSet set, List<int> ranks, int falseDeclines, int declined)
    {
        double Share(int count, int of) => of == 0 ? 0 : (double)count / of;
        _latencies.Sort();
        double Percentile(double p) => _latencies.Count == 0 ? 0 : _latencies[Math.Min(_latencies.Count - 1, (int)(p * _latencies.Count))];
        return new EvaluationReport(
            ranks.Count,
            set.Unanswerable.Count,
            Share(ranks.Count(rank => rank == 0), ranks.Count),
            Share(ranks.Count(rank => rank is >= 0 and < 3), ranks.Count),
            ranks.Count == 0 ? 0 : ranks.Average(rank => rank < 0 ? 0 : 1.0 / (rank + 1)),
            Share(falseDeclines, ranks.Count),
            Share(declined, set.Unanswerable.Count),
            Percentile(0.5),
            Percentile(0.95),
            _misses);
    }
}
