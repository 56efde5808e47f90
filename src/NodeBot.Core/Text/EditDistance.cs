namespace NodeBot.Core.Text;

/// <summary>Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, substitutions, swaps of neighbours.</summary>
public static class EditDistance
{
    /// <returns>The distance, or <paramref name="most"/> + 1 as soon as it is sure to be more than <paramref name="most"/>.</returns>
    public static int Within(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return most + 1;

        Span<int> beforeLast = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    value = Math.Min(value, beforeLast[j - 2] + 1);
                row[j] = value;
                least = Math.Min(least, value);
            }

            if (least > most)
                return most + 1;
            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }

        return Math.Min(last[b.Length], most + 1);
    }
}
