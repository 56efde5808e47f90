using NodeBot.Core.Knowledge;

namespace NodeBot.Retrieval.Text;

/// <summary>Finds the aliases that stand in a text, longest first, one or more words each.</summary>
internal sealed class AliasMatcher
{
    private readonly Dictionary<string, List<Form>> _byFirstWord = new(StringComparer.Ordinal);

    public AliasMatcher(IEnumerable<Alias> aliases)
    {
        foreach (var alias in aliases)
        {
            foreach (var form in alias.Forms.Append(alias.Canonical))
                Add(form, alias, caseSensitive: false);
            foreach (var form in alias.CaseSensitiveForms)
                Add(form, alias, caseSensitive: true);
        }

        foreach (var forms in _byFirstWord.Values)
            forms.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    /// <summary>Folded words of all forms: words that a typo may be corrected to.</summary>
    public IEnumerable<string> Vocabulary => _byFirstWord.Values.SelectMany(forms => forms).SelectMany(form => form.Words);

    /// <returns>The alias that starts at <paramref name="start"/> and the number of tokens that it covers, or null.</returns>
    public (Alias Alias, int Length)? Match(IReadOnlyList<Token> tokens, int start)
    {
        if (!_byFirstWord.TryGetValue(tokens[start].Folded, out var forms))
            return null;
        foreach (var form in forms)
        {
            if (form.StandsAt(tokens, start))
                return (form.Alias, form.Words.Length);
        }

        return null;
    }

    private void Add(string text, Alias alias, bool caseSensitive)
    {
        var tokens = Tokenizer.Tokenize(text);
        if (tokens.Count == 0)
            return;
        if (!_byFirstWord.TryGetValue(tokens[0].Folded, out var forms))
            _byFirstWord[tokens[0].Folded] = forms = [];
        forms.Add(new Form([.. tokens.Select(t => t.Folded)], caseSensitive ? [.. tokens.Select(t => t.Original)] : null, alias));
    }

    private sealed record Form(string[] Words, string[]? Exact, Alias Alias)
    {
        public bool StandsAt(IReadOnlyList<Token> tokens, int start)
        {
            if (start + Words.Length > tokens.Count)
                return false;
            for (var i = 0; i < Words.Length; i++)
            {
                var token = tokens[start + i];
                if (Exact is null ? token.Folded != Words[i] : token.Original != Exact[i])
                    return false;
            }

            return true;
        }
    }
}
