using System.Diagnostics;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval.Dense;
using NodeBot.Retrieval.Embedded;
using NodeBot.Retrieval.Embedding;
using NodeBot.Retrieval.Fitting;
using NodeBot.Retrieval.Text;

namespace NodeBot.Benchmarks;

/// <summary>Search and load with many passages of 60 words: as <see cref="MadeUpKnowledge"/> makes them.</summary>
internal static class ScaleRun
{
    private const int Searches = 300;

    public static Task RunAsync(int passages)
    {
        var random = new Random(1);
        var words = new ZipfWords(random, MadeUpKnowledge.Vocabulary);
        var made = new MadeUpKnowledge(OnnxEmbedder.Profile.Dimension);
        var knowledge = new KnowledgeBase([.. Enumerable.Range(0, passages).Select(made.Passage)], [], []);
        var contents = new IndexContents(knowledge);
        var analyzer = new TextAnalyzer([]);
        var folder = Directory.CreateTempSubdirectory("nodebot-bench-").FullName;

        var build = Time(() => SavedSparseSide.LoadOrBuild(contents, analyzer, folder));
        var store = new VectorStore("bench", OnnxEmbedder.Profile.Dimension);
        foreach (var (i, text) in contents.Texts.Index())
            store.Add(text, made.Vector(i));
        store.Write(Path.Combine(folder, "bench.vec"));

        IndexedKnowledge? index = null;
        var load = Time(() =>
        {
            var vectors = new VectorStore("bench", OnnxEmbedder.Profile.Dimension);
            vectors.Read(Path.Combine(folder, "bench.vec"));
            var fresh = new IndexContents(knowledge);
            var sparse = SavedSparseSide.LoadOrBuild(fresh, analyzer, folder);
            var start = Calibrator.Start("bench");
            index = new IndexedKnowledge(fresh, analyzer, sparse, DenseSide.Build(fresh, "", vectors), new CalibrationPair(start, start), new TypoCorrector(sparse.Vocabulary, new HashSet<string>()));
        });

        var times = new List<double>();
        for (var i = 0; i < Searches; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 9).Select(_ => words.Next()));
            var vector = made.Vector(-1 - i);
            var start = Stopwatch.GetTimestamp();
            var (_, terms, reading) = index!.Read(text);
            index.Search(new Question(terms, vector, reading), 8, SearchScope.Everyone);
            if (i >= Searches / 10)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine(FormattableString.Invariant($"{passages} passages of {MadeUpKnowledge.WordsPerPassage} words, vocabulary {MadeUpKnowledge.Vocabulary}, questions of 9 words, one thread"));
        Console.WriteLine("| milliseconds | p50 | p95 | p99 |\n| --- | --- | --- | --- |");
        Console.WriteLine(Figures.Row("search", times));
        Console.WriteLine(FormattableString.Invariant($"\nBuild the words' side: {build:F1} s. Load words and vectors from disk: {load:F2} s. Working set: {Environment.WorkingSet / 1048576} MB."));
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    private static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
