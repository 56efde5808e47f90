using NodeBot.Core.Knowledge;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Providers;
using YamlDotNet.RepresentationModel;

namespace NodeBot.Core.Organisations;

/// <summary>Reads <c>organisations/organisations.yaml</c>.</summary>
internal static class OrganisationDocument
{
    /// <returns>The organisations, each with its entry.</returns>
    public static IReadOnlyList<(Organisation Organisation, YamlMappingNode Node)> Read(YamlSource yaml, string text)
    {
        var read = yaml.ReadList(text).Select(node => (Organisation: ReadOne(yaml, node), node)).ToList();
        foreach (var (twice, node) in read.GroupBy(pair => pair.Organisation.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Last()))
            yaml.Report(node, $"The id \"{twice.Id}\" stands twice.", "Give one of the two another id.");
        return read;
    }

    private static Organisation ReadOne(YamlSource yaml, YamlMappingNode node)
    {
        var country = yaml.Text(node, "country");
        var organisation = new Organisation(
            yaml.Text(node, "id"), yaml.Text(node, "name"), country == "-" ? Organisation.Everywhere : country, yaml.Text(node, "kind"), yaml.Text(node, "helpsWith"),
            yaml.Source(node), yaml.Choice<Confidence>(node, "confidence"), yaml.Text(node, "asOf"))
        {
            Url = yaml.Address(node, "url"),
            NotFor = yaml.TextOrNull(node, "notFor"),
            Contact = yaml.TextOrNull(node, "contact"),
        };
        if (organisation.Id.Length > 0 && !ProviderDocument.Id.IsMatch(organisation.Id))
            yaml.Report(node, $"The id \"{organisation.Id}\" is not made of lower-case words joined by '-'.", "Write it as in the-name.");
        if (country.Length > 0 && organisation.Country != Organisation.Everywhere && !JurisdictionDocument.Code.IsMatch(country))
            yaml.Report(node, $"\"{country}\" is no country code.", "Write an ISO 3166-1 alpha-2 code in capitals, EU, or INT for everywhere.");
        return organisation;
    }
}
