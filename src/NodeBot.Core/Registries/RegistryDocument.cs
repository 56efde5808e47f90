using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Providers;
using YamlDotNet.RepresentationModel;

namespace NodeBot.Core.Registries;

/// <summary>Reads <c>registries/common.yaml</c> and a file for each registry.</summary>
internal static class RegistryDocument
{
    public const string CommonFile = "common.yaml";

    /// <returns>What holds everywhere; null after a reported problem.</returns>
    public static RegistryBasics? ReadBasics(YamlSource yaml, string text) => yaml.ReadMap(text) is { } map
        ? new RegistryBasics(
            yaml.Text(map, "correction"), Several(yaml, map, "withoutOwnSpace"), yaml.Text(map, "checkYourself"), yaml.Text(map, "remark"),
            yaml.Sources(map), yaml.Choice<Confidence>(map, "confidence"), yaml.Text(map, "asOf"))
        : null;

    /// <returns>The registry and its passage; null after a reported problem.</returns>
    public static (Registry Registry, Passage Passage, YamlMappingNode Node)? Read(YamlSource yaml, string text)
    {
        if (yaml.ReadMap(text) is not { } map)
            return null;
        var registry = new Registry(
            yaml.Text(map, "id"), yaml.Text(map, "name"), yaml.Text(map, "region"), Several(yaml, map, "countries"), yaml.Address(map, "rdap") ?? "", yaml.Text(map, "whois"),
            Several(yaml, map, "holder"), Several(yaml, map, "customer"), yaml.Text(map, "abuseObject"), yaml.Text(map, "individuals"),
            yaml.Sources(map), yaml.Choice<Confidence>(map, "confidence"), yaml.Text(map, "asOf"));
        if (registry.Id.Length > 0 && !ProviderDocument.Id.IsMatch(registry.Id))
            yaml.Report(map, $"The id \"{registry.Id}\" is not made of lower-case words joined by '-'.", "Write it as in ripe-ncc.");
        if (!registry.Rdap.EndsWith('/'))
            yaml.Report(map, "'rdap' is no address that ends with '/'.", "Write the base address as IANA publishes it, such as https://rdap.db.ripe.net/.");
        foreach (var wrong in registry.Countries.Where(code => !JurisdictionDocument.Code.IsMatch(code)))
            yaml.Report(map, $"\"{wrong}\" is no country code.", "Write ISO 3166-1 alpha-2 codes in capitals.");
        return (registry, ToPassage(yaml, map, registry), map);
    }

    private static Passage ToPassage(YamlSource yaml, YamlMappingNode map, Registry registry) => new()
    {
        Id = registry.PassageId,
        Source = PassageSource.Registry,
        Title = $"Registering an exit at {registry.Name}",
        Section = "Registries",
        Text = string.Join("\n\n",
        [
            $"{registry.Name} is the Regional Internet Registry for {registry.Region.TrimEnd('.')}.",
            string.Join(' ', registry.Holder),
            string.Join(' ', registry.Customer),
            $"Abuse contact: {registry.AbuseObject.TrimEnd('.')}. {registry.Individuals}",
        ]),
        Language = "en",
        AsOf = registry.AsOf,
        Confidence = registry.Confidence,
        Sources = registry.Sources,
        Keywords = yaml.Texts(map, "keywords"),
        Facts = [new Fact("", yaml.Questions(map))],
    };

    private static IReadOnlyList<string> Several(YamlSource yaml, YamlMappingNode map, string key)
    {
        var texts = yaml.Texts(map, key);
        if (texts.Count == 0)
            yaml.Report(map, $"'{key}' is missing or empty.", $"Add a list '{key}:'.");
        return texts;
    }
}
