using System.Collections.Frozen;
using System.Globalization;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Small numbers as five languages write them out.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Words = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["twelve"] = 12, ["fourteen"] = 14, ["fifteen"] = 15, ["twenty"] = 20, ["twenty-one"] = 21, ["thirty"] = 30, ["a"] = 1, ["an"] = 1, ["eleven"] = 11, ["thirteen"] = 13, ["twenty-four"] = 24, ["twenty-eight"] = 28, ["thirty-six"] = 36, ["forty-eight"] = 48, ["sixty"] = 60, ["seventy-two"] = 72, ["ninety"] = 90,
        ["einem"] = 1, ["einer"] = 1, ["eine"] = 1, ["einen"] = 1, ["elf"] = 11, ["vierundzwanzig"] = 24, ["achtundvierzig"] = 48, ["zweiundsiebzig"] = 72, ["eines"] = 1, ["zwei"] = 2, ["drei"] = 3, ["vier"] = 4, ["fünf"] = 5, ["sechs"] = 6, ["sieben"] = 7, ["acht"] = 8, ["neun"] = 9, ["zehn"] = 10, ["zwölf"] = 12, ["vierzehn"] = 14, ["fünfzehn"] = 15, ["zwanzig"] = 20, ["dreißig"] = 30,
        ["een"] = 1, ["één"] = 1, ["twee"] = 2, ["drie"] = 3, ["vijf"] = 5, ["zes"] = 6, ["zeven"] = 7, ["negen"] = 9, ["tien"] = 10, ["twaalf"] = 12, ["veertien"] = 14, ["vijftien"] = 15, ["twintig"] = 20, ["dertig"] = 30, ["vierentwintig"] = 24, ["achtenveertig"] = 48, ["tweeënzeventig"] = 72,
        ["un"] = 1, ["une"] = 1, ["deux"] = 2, ["trois"] = 3, ["quatre"] = 4, ["cinq"] = 5, ["sept"] = 7, ["huit"] = 8, ["neuf"] = 9, ["dix"] = 10, ["onze"] = 11, ["douze"] = 12, ["quatorze"] = 14, ["vingt-quatre"] = 24, ["quarante-huit"] = 48, ["soixante-douze"] = 72, ["quinze"] = 15, ["vingt"] = 20, ["trente"] = 30, ["huitaine"] = 8, ["quinzaine"] = 15,
        ["una"] = 1, ["uno"] = 1, ["dos"] = 2, ["tres"] = 3, ["cuatro"] = 4, ["cinco"] = 5, ["seis"] = 6, ["siete"] = 7, ["ocho"] = 8, ["nueve"] = 9, ["diez"] = 10, ["once"] = 11, ["doce"] = 12, ["quince"] = 15, ["veinticuatro"] = 24, ["catorce"] = 14, ["veinte"] = 20, ["treinta"] = 30,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <returns>The number that digits or a word stand for; null when they stand for none.</returns>
    public static int? Read(string text)
    {
        var digits = text.Replace('O', '0').Replace('l', '1').Replace('I', '1');
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        return Words.TryGetValue(text, out var word) ? word : null;
    }
}
