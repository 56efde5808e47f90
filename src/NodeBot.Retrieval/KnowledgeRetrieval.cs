using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using NodeBot.Core.Evaluation;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval.Dense;
using NodeBot.Retrieval.Embedded;
using NodeBot.Retrieval.Embedding;
using NodeBot.Retrieval.Fitting;
using NodeBot.Retrieval.Text;

namespace NodeBot.Retrieval;

/// <summary>
/// Makes the embedded index: at once from what is on disk, and, where vectors are missing, later with them.
/// Until then, and with no embedder at all, it searches by words alone and says so.
/// </summary>
public sealed class KnowledgeRetrieval : IDisposable
{
    private const string NoEmbedder = "No embedder is set up: search works on words alone. Set NodeBot:Embedder:Kind to Onnx.";
    private const string VectorsMissing = "Vectors are being made: search works on words alone until then.";

    private readonly RetrievalOptions _options;
    private readonly IEmbeddingGenerator<string, Embedding<float>>? _embedder;
    private readonly EmbeddedKnowledgeIndex _index;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly IReadOnlySet<string> _otherWords;
    private IndexContents _contents;
    private TextAnalyzer _analyzer;
    private SparseSide _sparse;
    private TypoCorrector _typos;
    private EmbedderProfile? _profile;

    /// <param name="knowledge">What is searched.</param>
    /// <param name="options">Checked settings.</param>
    /// <exception cref="FileNotFoundException">The embedder's model is not there; the message says how to mend it.</exception>
    public KnowledgeRetrieval(KnowledgeBase knowledge, RetrievalOptions options)
    {
        _options = options;
        _embedder = EmbedderFactory.Create(options.Embedder, ModelFolder);
        _otherWords = KnownWords.Read(Path.Combine(ModelFolder, "vocab.txt"));
        Load(knowledge);
        _profile = options.Embedder.Kind == EmbedderKind.Onnx ? OnnxEmbedder.Profile : VectorFiles.KnownProfile(options);
        var vectors = ReadVectors();
        var calibration = DenseCalibration();
        var complete = vectors is not null && calibration is not null && Missing(vectors).Count == 0;
        NeedsEmbedding = _embedder is not null && !complete;
        _index = complete
            ? new EmbeddedKnowledgeIndex(WithVectors(vectors!, calibration!), _embedder, _profile, null)
            : new EmbeddedKnowledgeIndex(Lexical(), _embedder, _profile, _embedder is null ? NoEmbedder : VectorsMissing);
    }

    /// <summary>The index, ready to search from the start.</summary>
    public KnowledgeIndex Index => _index;

    /// <summary>Whether <see cref="EmbedMissingAsync"/> has something to do.</summary>
    public bool NeedsEmbedding { get; private set; }

    private string ModelFolder => Path.Combine(_options.KnowledgeFolder, "models", "bge-small-en-v1.5");

    internal EmbeddedKnowledgeIndex Embedded => _index;

    internal IndexedKnowledge Knowledge => _index.Current;

    /// <summary>The embedder's profile; null without one, or before a remote one was asked.</summary>
    internal EmbedderProfile? Profile => _profile;

    /// <returns>The unit vector of a text.</returns>
    internal async Task<float[]> EmbedAsync(string text, CancellationToken cancellation)
    {
        var vector = await _embedder!.GenerateVectorAsync(text, cancellationToken: cancellation).ConfigureAwait(false);
        return Unit.Of(vector.Span);
    }

    /// <summary>Searches another state of the knowledge from now on. Vectors that it needs and that are missing are made first.</summary>
    /// <param name="knowledge">The knowledge, whole.</param>
    /// <param name="cancellation">Stops; the state before stays in use.</param>
    public async Task ReplaceAsync(KnowledgeBase knowledge, CancellationToken cancellation)
    {
        if (ReferenceEquals(knowledge, _contents.Knowledge))
            return;
        await _oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            Load(knowledge);
            if (_embedder is null || DenseCalibration() is not { } calibration)
            {
                NeedsEmbedding = _embedder is not null;
                _index.Swap(Lexical(), _profile, _embedder is null ? NoEmbedder : VectorsMissing);
                return;
            }

            var vectors = ReadVectors()!;
            await MakeVectorsAsync(vectors, progress: null, cancellation).ConfigureAwait(false);
            _index.Swap(WithVectors(vectors, calibration), _profile, notice: null);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Makes the vectors that are missing, fits the calibration where there is none for this embedder, keeps both, and swaps them in.</summary>
    /// <param name="progress">Told after each text.</param>
    /// <param name="cancellation">Stops; what was made so far is kept.</param>
    public async Task EmbedMissingAsync(IProgress<EmbeddingProgress>? progress, CancellationToken cancellation)
    {
        if (_embedder is null)
            return;
        await _oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            _profile ??= await VectorFiles.AskProfileAsync(_embedder, _options.Embedder, cancellation).ConfigureAwait(false);
            var vectors = ReadVectors()!;
            await MakeVectorsAsync(vectors, progress, cancellation).ConfigureAwait(false);
            var calibration = DenseCalibration();
            if (calibration is null)
            {
                calibration = (await FitAsync(vectors, cancellation).ConfigureAwait(false)).Dense.Calibration;
                CalibrationFiles.Write(_options.DataFolder, calibration);
            }

            _index.Swap(WithVectors(vectors, calibration), _profile, notice: null);
            NeedsEmbedding = false;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>For maintainers: makes all vectors and fits both calibrations anew, and writes them into the knowledge folder to be shipped.</summary>
    internal async Task<(FitReport Lexical, FitReport Dense)> BuildShippedAsync(string folder, IProgress<EmbeddingProgress>? progress, CancellationToken cancellation)
    {
        var vectors = ReadVectors() ?? throw new InvalidOperationException("Only an embedder with a known profile can be shipped.");
        await MakeVectorsAsync(vectors, progress, cancellation).ConfigureAwait(false);
        vectors.Keep(DenseSide.TextsToEmbed(_contents, _profile!.QuestionPrefix));
        vectors.Write(VectorFiles.Path(folder, _profile.Identity));
        var (lexical, dense) = await FitAsync(vectors, cancellation).ConfigureAwait(false);
        CalibrationFiles.Write(folder, lexical.Calibration);
        CalibrationFiles.Write(folder, dense.Calibration);
        return (lexical.Report, dense.Report);
    }

    public void Dispose()
    {
        _index.Dispose();
        _embedder?.Dispose();
        _oneAtATime.Dispose();
    }

    [MemberNotNull(nameof(_contents), nameof(_analyzer), nameof(_sparse), nameof(_typos))]
    private void Load(KnowledgeBase knowledge)
    {
        _contents = new IndexContents(knowledge);
        _analyzer = new TextAnalyzer(knowledge.Aliases);
        _sparse = SavedSparseSide.LoadOrBuild(_contents, _analyzer, _options.DataFolder);
        _typos = new TypoCorrector(_sparse.Vocabulary, _otherWords);
    }

    private VectorStore? ReadVectors()
    {
        if (_profile is null)
            return null;
        var vectors = new VectorStore(_profile.Identity, _profile.Dimension);
        vectors.Read(VectorFiles.Path(_options.KnowledgeFolder, _profile.Identity));
        vectors.Read(VectorFiles.Path(_options.DataFolder, _profile.Identity));
        return vectors;
    }

    private List<string> Missing(VectorStore vectors) =>
        [.. DenseSide.TextsToEmbed(_contents, _profile!.QuestionPrefix).Where(text => vectors.Find(text) is null).Distinct(StringComparer.Ordinal)];

    private async Task MakeVectorsAsync(VectorStore vectors, IProgress<EmbeddingProgress>? progress, CancellationToken cancellation)
    {
        var missing = Missing(vectors);
        if (missing.Count == 0)
            return;
        try
        {
            for (var i = 0; i < missing.Count; i++)
            {
                vectors.Add(missing[i], await EmbedAsync(missing[i], cancellation).ConfigureAwait(false));
                progress?.Report(new EmbeddingProgress(i + 1, missing.Count));
            }
        }
        finally
        {
            vectors.Write(VectorFiles.Path(_options.DataFolder, _profile!.Identity));
        }
    }

    private async Task<((Calibration Calibration, FitReport Report) Lexical, (Calibration Calibration, FitReport Report) Dense)> FitAsync(VectorStore vectors, CancellationToken cancellation)
    {
        var tuning = VectorFiles.TuningQuestions(_options.KnowledgeFolder);
        var knowledge = WithVectors(vectors, Uncalibrated);
        async Task<Question> ReadAsync(string text)
        {
            var (corrected, terms, reading) = knowledge.Read(text);
            if (!_profile!.Knows(reading.Language))
                return new Question(terms, default, reading);
            return new Question(terms, await EmbedAsync(_profile.QuestionPrefix + corrected, cancellation).ConfigureAwait(false), reading);
        }

        var answerable = new List<(Question, IReadOnlyList<string>)>();
        foreach (var item in tuning.Answerable)
            answerable.Add((await ReadAsync(item.Q).ConfigureAwait(false), item.Evidence));
        var unanswerable = new List<Question>();
        foreach (var text in tuning.Unanswerable)
            unanswerable.Add(await ReadAsync(text).ConfigureAwait(false));

        static Question Plain(Question question) => question with { Vector = default };
        var lexical = new Calibrator(Lexical(), Calibration.Lexical).Fit([.. answerable.Select(item => (Plain(item.Item1), item.Item2))], [.. unanswerable.Select(Plain)]);
        return (lexical, new Calibrator(knowledge, _profile!.Identity).Fit([.. answerable.Where(item => item.Item1.Vector.Length > 0)], [.. unanswerable.Where(question => question.Vector.Length > 0)]));
    }

    // Weighs all signals alike and never declines: only what fitting starts from.
    private static Calibration Uncalibrated { get; } = Calibrator.Start(Calibration.Lexical);

    private Calibration? DenseCalibration() =>
        _profile is null ? null : CalibrationFiles.Find(_profile.Identity, _options.KnowledgeFolder, _options.DataFolder);

    private Calibration LexicalCalibration() => CalibrationFiles.Find(Calibration.Lexical, _options.KnowledgeFolder) ?? Uncalibrated;

    private IndexedKnowledge Lexical()
    {
        var calibration = LexicalCalibration();
        return new IndexedKnowledge(_contents, _analyzer, _sparse, null, new CalibrationPair(calibration, calibration), _typos);
    }

    private IndexedKnowledge WithVectors(VectorStore vectors, Calibration calibration) =>
        new(_contents, _analyzer, _sparse, DenseSide.Build(_contents, _profile!.QuestionPrefix, vectors), new CalibrationPair(LexicalCalibration(), calibration), _typos);
}
