using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;
using NodeBot.Retrieval.Dense;

namespace NodeBot.Retrieval.Embedding;

/// <summary>
/// Runs bge-small-en-v1.5 (int8) on the CPU: WordPiece tokens in, the <c>[CLS]</c> row of the last hidden state out,
/// divided by its length. One text at a time: the model scales activations over a batch, so that batches would change vectors.
/// </summary>
internal sealed partial class OnnxEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Most tokens the model takes, both specials included (its README).</summary>
    public const int MaxTokens = 512;

    public const string ModelFile = "model.int8.onnx";

    public static readonly EmbedderProfile Profile =
        new("bge-small-en-v1.5-int8", 384, "Represent this sentence for searching relevant passages: ", "ru");

    private static readonly string[] OutputNames = ["last_hidden_state"];

    private readonly InferenceSession _session;
    private readonly BertTokenizer _tokenizer;
    private readonly SemaphoreSlim _slots;
    private readonly RunOptions _runOptions = new();

    // BERT's own splitting: punctuation and ASCII symbols stand alone. The library's default would drop symbols and emoji.
    [GeneratedRegex(@"[\p{P}$+<=>^`|~]|[^\s\p{P}$+<=>^`|~]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word { get; }

    /// <param name="folder">Holds <c>model.int8.onnx</c> and <c>vocab.txt</c>.</param>
    /// <param name="concurrency">Texts embedded at once, each on one thread; 1 or more.</param>
    public OnnxEmbedder(string folder, int concurrency)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            EnableCpuMemArena = false,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        _session = new InferenceSession(Path.Combine(folder, ModelFile), options);
        _tokenizer = BertTokenizer.Create(
            Path.Combine(folder, "vocab.txt"),
            new BertOptions { RemoveNonSpacingMarks = true, PreTokenizer = new RegexPreTokenizer(Word, specialTokens: null) });
        _slots = new SemaphoreSlim(concurrency);
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                embeddings.Add(new Embedding<float>(Embed(value)));
            }
            finally
            {
                _slots.Release();
            }
        }

        return embeddings;
    }

    /// <returns>Token ids with <c>[CLS]</c> and <c>[SEP]</c>, at most <see cref="MaxTokens"/>.</returns>
    public IReadOnlyList<int> Tokenize(string text) =>
        _tokenizer.EncodeToIds(text, MaxTokens, out _, out _);

    private float[] Embed(string text)
    {
        var ids = Tokenize(text);
        var tokens = new long[ids.Count];
        for (var i = 0; i < tokens.Length; i++)
            tokens[i] = ids[i];
        var mask = new long[tokens.Length];
        Array.Fill(mask, 1);
        long[] shape = [1, tokens.Length];

        using var inputIds = OrtValue.CreateTensorValueFromMemory(tokens, shape);
        using var attention = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var types = OrtValue.CreateTensorValueFromMemory(new long[tokens.Length], shape);
        using var outputs = _session.Run(
            _runOptions,
            new Dictionary<string, OrtValue>(StringComparer.Ordinal)
            {
                ["input_ids"] = inputIds,
                ["attention_mask"] = attention,
                ["token_type_ids"] = types,
            },
            OutputNames);

        return Unit.Of(outputs[0].GetTensorDataAsSpan<float>()[..Profile.Dimension]);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        _session.Dispose();
        _slots.Dispose();
        _runOptions.Dispose();
    }
}
