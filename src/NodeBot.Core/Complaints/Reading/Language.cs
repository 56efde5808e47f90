using System.Collections.Frozen;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Tells the languages of a letter by their commonest words.</summary>
internal static class Language
{
    // A second language counts when a forwarded part, not a stray word, is written in it.
    private const double LeastShare = 0.25;
    private const int Enough = 6;

    private static readonly FrozenDictionary<string, string[]> Words = Build(
        ("en", "the is are of to in on for and with this that your our we you have from by at it not be will was which please any been as or an"),
        ("de", "der die das den dem des ist sind und von zu mit im auf fur nicht sie ihr ihre ihrer ihren wir ich eine einer einen einem wurde werden bitte haben durch bei aus nach dass oder uber unsere zur zum"),
        ("nl", "de het een en van te in op is dat voor met zijn aan niet uw u wij ik wordt werd hebben heeft door bij naar deze dit of ons onze onder gelieve zullen om ten graag"),
        ("fr", "le la les des du de et est un une en que qui dans pour par sur au aux avec vous nous votre notre vos nos ce cette ces pas ete sont ou ne se veuillez etre il depuis"),
        ("es", "el la los las de del y en que un una por para con su sus se es al lo como esta este ha han sido nuestra nuestro usted le les no o si desde muy ser fue"));

    /// <param name="words">Skeletons of a letter's words.</param>
    /// <returns>ISO 639-1 codes, the one of most words first; empty when there are too few words to tell.</returns>
    public static IReadOnlyList<string> Of(IEnumerable<string> words)
    {
        var votes = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (!Words.TryGetValue(word, out var languages))
                continue;
            foreach (var language in languages)
                votes[language] = votes.GetValueOrDefault(language) + 1.0 / languages.Length;
        }

        var most = votes.Values.DefaultIfEmpty().Max();
        return most < Enough ? [] : [.. votes.Where(vote => vote.Value >= most * LeastShare).OrderByDescending(vote => vote.Value).Select(vote => vote.Key)];
    }

    private static FrozenDictionary<string, string[]> Build(params (string Language, string Words)[] lists) =>
        lists.SelectMany(list => list.Words.Split(' '), (list, word) => (Word: Skeleton.Word(word), list.Language))
            .Distinct()
            .GroupBy(pair => pair.Word, pair => pair.Language, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
