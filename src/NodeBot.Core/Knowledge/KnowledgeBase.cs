using System.Collections.Frozen;
using NodeBot.Core.Complaints.Playbooks;
using NodeBot.Core.Letters;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Organisations;
using NodeBot.Core.Providers;
using NodeBot.Core.Registries;

namespace NodeBot.Core.Knowledge;

/// <summary>Everything that the bot knows, checked. Immutable: a change makes a new one.</summary>
public sealed class KnowledgeBase
{
    private readonly FrozenDictionary<string, Passage> _byId;
    private readonly FrozenDictionary<string, Passage[]> _notesByPassage;

    public KnowledgeBase(
        IReadOnlyList<Passage> passages,
        IReadOnlyList<NeighbouringTopic> neighbours,
        IReadOnlyList<Alias> aliases)
    {
        Passages = passages;
        Neighbours = neighbours;
        Aliases = aliases;
        _byId = passages.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        _notesByPassage = passages
            .SelectMany(note => note.About.Select(about => (about, note)))
            .GroupBy(pair => pair.about, pair => pair.note, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>In the order of the files.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    public IReadOnlyList<NeighbouringTopic> Neighbours { get; }

    public IReadOnlyList<Alias> Aliases { get; }

    public IReadOnlyList<Playbook> Playbooks { get; init; } = [];

    public IReadOnlyList<LetterTemplate> Letters { get; init; } = [];

    /// <summary>The covered countries, in the order of their codes.</summary>
    public IReadOnlyList<Jurisdiction> Jurisdictions { get; init; } = [];

    public ProviderDirectory Providers { get; init; } = ProviderDirectory.Empty;

    public RegistryDirectory Registries { get; init; } = RegistryDirectory.Empty;

    public IReadOnlyList<Organisation> Organisations { get; init; } = [];

    /// <returns>The passage, or null when there is none of that id.</returns>
    public Passage? Find(string id) => _byId.GetValueOrDefault(id);

    /// <returns>The notes about a passage, in file order; empty when there are none.</returns>
    public IReadOnlyList<Passage> NotesAbout(string passageId) => _notesByPassage.GetValueOrDefault(passageId) ?? [];
}
