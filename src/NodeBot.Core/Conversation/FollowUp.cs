using System.Collections.Frozen;

namespace NodeBot.Core.Conversation;

/// <summary>Tells whether a question leans on the one before it: "and in Germany?", "why?".</summary>
public static class FollowUp
{
    // With more words than this, a question that begins with "and" says what it is about.
    private const int MostWordsAfterConjunction = 6;

    // "Why?", "Since when?"
    private const int MostWordsOfBareQuestion = 2;

    private static readonly FrozenSet<string> Conjunctions = FrozenSet.ToFrozenSet(
    [
        "and", "but", "or", "und", "aber", "oder", "en", "maar", "of", "et", "mais", "ou", "y", "pero", "o", "а", "и", "но", "или", "і", "й", "та", "але", "або",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Bare = FrozenSet.ToFrozenSet(
    [
        "why", "how", "when", "where", "who", "warum", "wieso", "wie", "wann", "wo", "wer", "waarom", "hoe", "wanneer", "waar", "wie", "pourquoi", "comment", "quand", "où", "qui",
        "porqué", "cómo", "cuándo", "dónde", "quién", "почему", "зачем", "как", "когда", "где", "кто", "чому", "навіщо", "як", "коли", "де", "хто",
    ], StringComparer.OrdinalIgnoreCase);

    /// <returns>Whether it is to be read together with the question before it.</returns>
    public static bool LeansOnBefore(string question)
    {
        var words = question.Split([' ', ',', '?', '!', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0
            && ((words.Length <= MostWordsAfterConjunction && Conjunctions.Contains(words[0])) || (words.Length <= MostWordsOfBareQuestion && Bare.Contains(words[^1])));
    }
}
