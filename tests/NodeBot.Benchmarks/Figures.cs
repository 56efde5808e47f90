namespace NodeBot.Benchmarks;

/// <summary>Percentiles of a list of times.</summary>
internal static class Figures
{
    public static double Percentile(List<double> sorted, double p) => sorted[Math.Min(sorted.Count - 1, (int)(p * sorted.Count))];

    public static string Row(string name, List<double> milliseconds)
    {
        milliseconds.Sort();
        return FormattableString.Invariant($"| {name} | {Percentile(milliseconds, 0.5):F2} | {Percentile(milliseconds, 0.95):F2} | {Percentile(milliseconds, 0.99):F2} |");
    }
}
