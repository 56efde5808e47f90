namespace NodeBot.Retrieval.Text;

/// <summary>A word of a text.</summary>
/// <param name="Folded">Lower case, without accents.</param>
/// <param name="Original">As it stands in the text, apostrophes aside.</param>
/// <param name="Place">Where it stands in the text.</param>
internal readonly record struct Token(string Folded, string Original, Range Place);
