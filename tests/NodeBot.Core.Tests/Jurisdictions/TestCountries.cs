using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Organisations;
using NodeBot.Core.Providers;
using NodeBot.Core.Registries;

namespace NodeBot.Core.Tests.Jurisdictions;

/// <summary>A few countries with what belongs to them.</summary>
internal static class TestCountries
{
    private static readonly SourceReference Source = new("A source", "https://example.org/source");

    public static Jurisdiction Country(string code, string name, JurisdictionRisk risk = JurisdictionRisk.Normal) => new()
    {
        Code = code,
        Name = name,
        Names = new Dictionary<string, IReadOnlyList<string>> { ["en"] = [name] },
        DsaApplies = code is "DE" or "AT" or "EU",
        Risk = risk,
        GuideSays = code == "DE" ? "TMG 8" : null,
        GuidePassage = code == "DE" ? "guide/law/germany" : null,
        Rule = new JurisdictionRule($"Statute of {name}", "Art 4", "2024-02-17", null),
        Summary = $"Summary of {name}.",
        Letters = $"Letters of {name}.",
        Conditions = $"Conditions of {name}.",
        Registry = "RIPE NCC",
        Sources = [Source],
        Confidence = code == "AT" ? Confidence.Low : Confidence.High,
        AsOf = "2026-05",
    };

    public static KnowledgeBase Knowledge(params Jurisdiction[] instead) => new(
        [
            new Passage
            {
                Id = "guide/law/germany", Source = PassageSource.Guide, Title = "Germany", Section = "Law", Text = "Germany: TMG 8.", Language = "en", AsOf = "2024-12", Sources = [Source],
            },
        ],
        [],
        [
            new Alias("germany", AliasKind.Country, "DE", ["german", "deutschland", "duits", "allemand", "немецкий", "німеччина", "alemán", "berlin"], []),
            new Alias("united states", AliasKind.Country, "US", ["america", "atlanta"], ["US"]),
            new Alias("slovakia", AliasKind.Country, "SK", ["slovak"], []),
            new Alias("japan", AliasKind.Country, "JP", [], []),
        ])
    {
        Jurisdictions = instead.Length > 0
            ? instead
            :
            [
                Country("DE", "Germany"), Country("AT", "Austria"), Country("AU", "Australia"), Country("EU", "European Union"), Country("US", "United States"),
                Country("RU", "Russia", JurisdictionRisk.Restricted), Country("FR", "France", JurisdictionRisk.Elevated),
            ],
        Providers = new ProviderDirectory(
            [
                new Provider("hetzner", "Hetzner", ["DE"], ExitStance.Yes, Source, Confidence.Low) { Systems = [24940], AsOf = "2021-09-27", Conditions = "Tolerated.", Aliases = ["Hetzner Online"] },
                new Provider("linode", "Linode", ["US", "DE"], ExitStance.No, Source, Confidence.Medium) { Systems = [63949], Relays = ExitStance.Yes, AsOf = "2026" },
                new Provider("swiss-made-host", "Swiss Made Host", ["CH"], ExitStance.Unclear, Source, Confidence.Low),
            ],
            new CrowdedNetworks("Look elsewhere.", [24940], Source, "2026-07")),
        Registries = new RegistryDirectory(
            [
                Registry("ripe-ncc", "RIPE NCC", ["DE", "AT", "RU", "FR"], "https://rdap.db.ripe.net/"), Registry("arin", "ARIN", ["US"], "https://rdap.arin.net/registry/"),
            ],
            new RegistryBasics("Only the holder can.", ["Ask for a notice page."], "Open the link.", "Exit of a VPN.", [Source], Confidence.High, "2026-07")),
        Organisations =
        [
            new Organisation("ccc", "Chaos Computer Club", "DE", "digital rights", "Questions.", Source, Confidence.Low, "2024-12") { NotFor = "Lawsuits.", Contact = "mail@example.org" },
            new Organisation("edri", "EDRi", "EU", "digital rights", "Names members.", Source, Confidence.High, "2024-12"),
            new Organisation("helpline", "Helpline", Organisation.Everywhere, "digital rights", "Emergencies.", Source, Confidence.High, "2024-12"),
        ],
    };

    private static Registry Registry(string id, string name, IReadOnlyList<string> countries, string rdap) =>
        new(id, name, "Region of " + name, countries, rdap, "whois.example", ["Make an inetnum."], ["Ask the provider."], "abuse-c", "Only through the provider.", [Source], Confidence.High, "2026-07");
}
