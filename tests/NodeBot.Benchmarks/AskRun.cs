using System.Diagnostics;
using Microsoft.Extensions.AI;
using NodeBot.Core.Answering;
using NodeBot.Core.Evaluation;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval;
using NodeBot.Retrieval.Embedding;

namespace NodeBot.Benchmarks;

/// <summary>An answer against the bare model on the same new question, alternating in one process, and the same question again.</summary>
internal static class AskRun
{
    // Passes over other questions until the just-in-time compiler has nothing left to do: a warm process is measured.
    private const int WarmUpPasses = 5;

    public static async Task RunAsync()
    {
        var knowledge = KnowledgeLoader.Load(ShippedIndex.Folder).Knowledge!;
        var data = Directory.CreateTempSubdirectory("nodebot-bench-").FullName;
        using var retrieval = new KnowledgeRetrieval(knowledge, new RetrievalOptions(ShippedIndex.Folder, data, new EmbedderOptions()));
        using var bare = new OnnxEmbedder(Path.Combine(ShippedIndex.Folder, "models", "bge-small-en-v1.5"), 1);
        var answerer = new Answerer(knowledge, retrieval.Index);

        var set = EvaluationSet.Parse(await File.ReadAllTextAsync(Path.Combine(ShippedIndex.Folder, "evaluation", "held-out.json")));
        var texts = set.Answerable.Select(item => item.Q).Concat(set.Unanswerable).ToList();
        var warmUp = EvaluationSet.Parse(await File.ReadAllTextAsync(Path.Combine(ShippedIndex.Folder, "evaluation", "tuning-b.json")));
        for (var pass = 0; pass < WarmUpPasses; pass++)
        {
            foreach (var text in warmUp.Answerable.Select(item => item.Q).Concat(warmUp.Unanswerable))
            {
                QuestionText.Read($"{text} {new string('?', pass)}", out var question);
                await answerer.AnswerAsync(question!, SearchScope.Everyone, default);
                await bare.GenerateVectorAsync(OnnxEmbedder.Profile.QuestionPrefix + text);
            }
        }

        await Task.Delay(TimeSpan.FromSeconds(2));
        List<double> model = [], fresh = [], again = [], ratio = [];
        for (var i = 0; i < texts.Count; i++)
        {
            QuestionText.Read(texts[i], out var question);
            // Turn about, so that neither side always finds the caches warmed by the other.
            double modelTime, freshTime;
            if (i % 2 == 0)
            {
                modelTime = await TimeAsync(() => bare.GenerateVectorAsync(OnnxEmbedder.Profile.QuestionPrefix + texts[i]));
                freshTime = await TimeAsync(async () => await answerer.AnswerAsync(question!, SearchScope.Everyone, default));
            }
            else
            {
                freshTime = await TimeAsync(async () => await answerer.AnswerAsync(question!, SearchScope.Everyone, default));
                modelTime = await TimeAsync(() => bare.GenerateVectorAsync(OnnxEmbedder.Profile.QuestionPrefix + texts[i]));
            }

            var againTime = await TimeAsync(async () => await answerer.AnswerAsync(question!, SearchScope.Everyone, default));
            model.Add(modelTime);
            fresh.Add(freshTime);
            again.Add(againTime);
            ratio.Add(freshTime / modelTime);
        }

        Console.WriteLine("| milliseconds | p50 | p95 | p99 |\n| --- | --- | --- | --- |");
        Console.WriteLine(Figures.Row("the bare model", model));
        Console.WriteLine(Figures.Row("ask, a new question", fresh));
        Console.WriteLine(Figures.Row("ask, the same question again", again));
        Console.WriteLine(Figures.Row("ratio of new question to bare model, pair by pair", ratio));
        Console.WriteLine(FormattableString.Invariant($"\nRatio of p50: {Figures.Percentile(fresh, 0.5) / Figures.Percentile(model, 0.5):F2}, of p95: {Figures.Percentile(fresh, 0.95) / Figures.Percentile(model, 0.95):F2}; {model.Count} questions."));
        Directory.Delete(data, recursive: true);
    }

    private static async Task<double> TimeAsync<T>(Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
