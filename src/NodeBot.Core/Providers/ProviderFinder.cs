using NodeBot.Core.Text;

namespace NodeBot.Core.Providers;

/// <summary>Finds providers by name, other name or number of an autonomous system, forgiving slips of the keyboard.</summary>
public sealed class ProviderFinder(ProviderDirectory directory)
{
    private const int LettersPerSlip = 4;
    private const int Longest = 80;

    // Fewer letters stand in too many names.
    private const int ShortestPart = 3;

    /// <returns>Those of exactly that name; else those whose name holds it; else the nearest; empty when there are none.</returns>
    public IReadOnlyList<Provider> Named(string text)
    {
        var wanted = Plain(text);
        if (wanted.Length is 0 or > Longest)
            return [];
        var exact = Where(name => name == wanted);
        if (exact.Count > 0)
            return exact;
        var part = wanted.Length >= ShortestPart ? Where(name => name.Contains(wanted, StringComparison.Ordinal)) : [];
        return part.Count > 0 ? part : Near(wanted);
    }

    /// <returns>Those of a network's number, such as <c>AS24940</c>; else those of a name.</returns>
    public IReadOnlyList<Provider> Search(string text) =>
        ProviderDocument.TrySystem(text.Trim(), out var number) && OfSystem(number) is { Count: > 0 } found ? found : Named(text);

    /// <returns>Those with a network of that number.</returns>
    public IReadOnlyList<Provider> OfSystem(long number) => [.. directory.All.Where(provider => provider.Systems.Contains(number))];

    private List<Provider> Near(string wanted)
    {
        for (var slips = 1; slips <= wanted.Length / LettersPerSlip; slips++)
        {
            // The first word alone is how many names are known: "Hetzner Online GmbH".
            var near = Where(name => EditDistance.Within(name, wanted, slips) <= slips || EditDistance.Within(name.Split(' ')[0], wanted, slips) <= slips);
            if (near.Count > 0)
                return near;
        }

        return [];
    }

    private List<Provider> Where(Func<string, bool> fits) => [.. directory.All.Where(provider => provider.Aliases.Append(provider.Name).Any(name => fits(Plain(name))))];

    private static string Plain(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
