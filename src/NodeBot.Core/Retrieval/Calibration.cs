using System.Text.Json;

namespace NodeBot.Core.Retrieval;

/// <summary>What was fitted on the tuning questions for one embedder (or for none): the mix of signals and the evidence check.</summary>
/// <param name="Embedder">Identity of the embedder, or <c>lexical</c>.</param>
/// <param name="Ranking">Fuses the signals of a passage.</param>
/// <param name="Evidence">Tells whether the knowledge holds an answer.</param>
/// <param name="Threshold">Answer from this probability on.</param>
public sealed record Calibration(string Embedder, RankingModel Ranking, LogisticModel Evidence, double Threshold)
{
    /// <summary>The identity under which the calibration without an embedder is kept.</summary>
    public const string Lexical = "lexical";

    public string ToJson() => JsonSerializer.Serialize(this, CalibrationJson.Default.Calibration);

    /// <exception cref="JsonException">The text is not a calibration.</exception>
    public static Calibration FromJson(string json) =>
        JsonSerializer.Deserialize(json, CalibrationJson.Default.Calibration) ?? throw new JsonException("The calibration is empty.");
}
