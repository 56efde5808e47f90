using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Organisations;
using NodeBot.Core.Providers;
using NodeBot.Core.Registries;
using YamlDotNet.RepresentationModel;

namespace NodeBot.Core.Knowledge;

/// <summary>Reads what is known by country: jurisdictions, providers, registries, organisations.</summary>
/// <param name="problems">Gets the mistakes.</param>
/// <param name="isPassage">Whether there is a passage of that id in what was read before.</param>
internal sealed class CountryKnowledge(List<KnowledgeProblem> problems, Func<string, bool> isPassage)
{
    private const string JurisdictionsFolder = "jurisdictions";
    private const string ProvidersFolder = "providers";
    private const string RegistriesFolder = "registries";
    private const string OrganisationsFolder = "organisations";

    private readonly List<Jurisdiction> _jurisdictions = [];
    private readonly List<(YamlSource Yaml, YamlNode Node, Provider Provider)> _providers = [];
    private readonly List<Registry> _registries = [];
    private readonly List<(YamlSource Yaml, YamlNode Node, Organisation Organisation, IReadOnlyList<string> Keywords)> _organisations = [];
    private readonly List<(YamlSource Yaml, YamlNode Node, Passage Passage)> _passages = [];
    private CrowdedNetworks? _crowded;
    private RegistryBasics? _basics;

    /// <summary>The folders to read, each with the files that count.</summary>
    public static IReadOnlyList<(string Folder, string Pattern)> Folders { get; } =
        [(JurisdictionsFolder, "*.yaml"), (ProvidersFolder, "*.yaml"), (RegistriesFolder, "*.yaml"), (OrganisationsFolder, "*.yaml")];

    public IReadOnlyList<Jurisdiction> Jurisdictions => _jurisdictions;

    public ProviderDirectory Providers => new([.. _providers.Select(read => read.Provider)], _crowded);

    public RegistryDirectory Registries => new(_registries, _basics);

    public IReadOnlyList<Organisation> Organisations => [.. _organisations.Select(read => read.Organisation)];

    /// <param name="file">Path relative to the knowledge folder.</param>
    /// <param name="text">What stands in it.</param>
    public void Read(string file, string text)
    {
        var yaml = new YamlSource(file, problems);
        switch (Path.GetDirectoryName(file), Path.GetFileName(file))
        {
            case (JurisdictionsFolder, _):
                ReadJurisdiction(yaml, text);
                break;
            case (ProvidersFolder, ProviderDocument.CrowdedFile):
                _crowded = ProviderDocument.ReadCrowded(yaml, text);
                break;
            case (ProvidersFolder, _):
                _providers.AddRange(ProviderDocument.Read(yaml, text).Select(read => (yaml, (YamlNode)read.Node, read.Provider)));
                break;
            case (RegistriesFolder, RegistryDocument.CommonFile):
                _basics = RegistryDocument.ReadBasics(yaml, text);
                break;
            case (RegistriesFolder, _):
                ReadRegistry(yaml, text);
                break;
            default:
                _organisations.AddRange(OrganisationDocument.Read(yaml, text).Select(read => (yaml, (YamlNode)read.Node, read.Organisation, yaml.Texts(read.Node, "keywords"))));
                break;
        }
    }

    /// <returns>The passages of all that was read, each with where it stands.</returns>
    public IEnumerable<(YamlSource Yaml, YamlNode Node, Passage Passage)> Passages(IReadOnlyList<Alias> aliases)
    {
        var names = new CountryNames(_jurisdictions, aliases);
        // An undated report is no older than the list that it stands in.
        var undated = _crowded?.AsOf ?? _providers.Select(read => read.Provider.AsOf).OfType<string>().Max(StringComparer.Ordinal) ?? "2026";
        var providers = new ProviderPassages([.. _providers.Select(read => read.Provider)], names, undated);
        var organisations = new OrganisationPassages(names);
        return
        [
            .. _passages,
            .. _providers.Select(read => (read.Yaml, read.Node, providers.Of(read.Provider))),
            .. _organisations.Select(read => (read.Yaml, read.Node, organisations.Of(read.Organisation, read.Keywords))),
        ];
    }

    private void ReadJurisdiction(YamlSource yaml, string text)
    {
        if (JurisdictionDocument.Read(yaml, text) is not var (jurisdiction, passage, node))
            return;
        if (jurisdiction.GuidePassage is { } guide && !isPassage(guide))
            yaml.Report(node, $"'guidePassage' is \"{guide}\", which does not exist.", "Correct the id; 'nodebot knowledge list' shows them all.");
        _jurisdictions.Add(jurisdiction);
        _passages.Add((yaml, node, passage));
    }

    private void ReadRegistry(YamlSource yaml, string text)
    {
        if (RegistryDocument.Read(yaml, text) is not var (registry, passage, node))
            return;
        if (_registries.Find(other => other.Countries.Intersect(registry.Countries, StringComparer.Ordinal).Any()) is { } other)
            yaml.Report(node, $"{registry.Name} and {other.Name} list the same country.", "Keep it in one of the two.");
        _registries.Add(registry);
        _passages.Add((yaml, node, passage));
    }
}
