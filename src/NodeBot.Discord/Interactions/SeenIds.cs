namespace NodeBot.Discord.Interactions;

/// <summary>Remembers ids for a while, so that what arrives twice is handled once. Forgets the older half when it is full.</summary>
internal sealed class SeenIds(int most = 100_000)
{
    private readonly Lock _lock = new();
    private HashSet<string> _new = new(StringComparer.Ordinal);
    private HashSet<string> _old = new(StringComparer.Ordinal);

    /// <returns>Whether the id is new.</returns>
    public bool TryAdd(string id)
    {
        lock (_lock)
        {
            if (_old.Contains(id) || !_new.Add(id))
                return false;
            if (_new.Count >= most / 2)
                (_old, _new) = (_new, new HashSet<string>(StringComparer.Ordinal));
            return true;
        }
    }
}
