using System.Text;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Answering;

/// <summary>Picks the sentences of a passage that answer: those whose facts match the question about as well as the best one.</summary>
internal static class SentencePicker
{
    // A passage of this many characters or fewer is quoted whole: cutting it saves the reader nothing.
    private const int ShortPassage = 300;

    // Facts this close to the best one are quoted too; fitted on the tuning questions (docs/benchmarks.md).
    private const float Slack = 0.20f;

    public static string Quote(PassageHit hit)
    {
        var text = hit.Passage.Text;
        var sentences = Sentences.Split(text);
        if (text.Length <= ShortPassage || sentences.Count < 2 || hit.FactScores.Count == 0)
            return text;

        var best = hit.FactScores.Max();
        var wanted = new bool[sentences.Count];
        for (var f = 0; f < hit.FactScores.Count; f++)
        {
            if (hit.FactScores[f] < best - Slack)
                continue;
            for (var s = 0; s < sentences.Count; s++)
                wanted[s] |= text[sentences[s]].Contains(hit.Passage.Facts[f].Evidence, StringComparison.Ordinal);
        }

        // One sentence left out between two is read faster than its gap is understood.
        for (var s = 1; s + 1 < wanted.Length; s++)
            wanted[s] |= wanted[s - 1] && wanted[s + 1];
        return wanted.Any(want => want) ? Join(text, sentences, wanted) : text;
    }

    private static string Join(string text, IReadOnlyList<Range> sentences, bool[] wanted)
    {
        var quote = new StringBuilder();
        var last = -1;
        for (var s = 0; s < sentences.Count; s++)
        {
            if (!wanted[s])
                continue;
            if (last >= 0)
                quote.Append(last == s - 1 ? " " : " […] ");
            quote.Append(text[sentences[s]].Trim());
            last = s;
        }

        return quote.ToString();
    }
}
