using System.Collections.Frozen;

namespace NodeBot.Core.Conversation;

/// <summary>Tells whether a question leans on the one before it: "and in Germany?", "why?".</summary>
public static class FollowUp
{
    // With more words than this, a question that begins with "and" says what it is about.
    private const int MostWordsAfterConjunction = 6;

    private const int MostWordsAlone = 2;

    private static readonly FrozenSet<string> Conjunctions = FrozenSet.ToFrozenSet(
    [
        "and", "but", "or", "und", "aber", "oder", "en", "maar", "of", "et", "mais", "ou", "y", "pero", "o", "а", "и", "но", "или", "і", "й", "та", "але", "або",
    ], StringComparer.OrdinalIgnoreCase);

    /// <returns>Whether it is to be read together with the question before it.</returns>
    public static bool LeansOnBefore(string question)
    {
        var words = question.Split([' ', ',', '?', '!', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWordsAlone || (words.Length <= MostWordsAfterConjunction && Conjunctions.Contains(words[0]));
    }
}
