using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Complaints.Playbooks;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Providers;

namespace NodeBot.Web.Tests;

internal static class TestKnowledge
{
    public const string HostileText = "<script>alert(1)</script> & \"quotes\"";

    public static KnowledgeBase Create() => new(
        [
            Passage("guide/a/first", PassageSource.Guide, "The first thing."),
            Passage("guide/a/hostile", PassageSource.Guide, HostileText),
            Passage("note/first", PassageSource.Note, "Out of date since May.") with { About = ["guide/a/first"], Confidence = Confidence.Low },
        ],
        [],
        [])
    {
        Jurisdictions = [Country("DE", "Germany", JurisdictionRisk.Normal), Country("FR", "France", JurisdictionRisk.Elevated), Country("RU", "Russia", JurisdictionRisk.Restricted), Country("QQ", HostileText, JurisdictionRisk.Normal)],
        Providers = new ProviderDirectory(
            [
                new Provider("a-host", "A Host", ["DE"], ExitStance.Yes, new SourceReference("A list", "https://example.org/list"), Confidence.Low) { Systems = [64500], Conditions = HostileText, AsOf = "2019" },
                new Provider("other", "Other", ["FR"], ExitStance.No, new SourceReference("A list", "https://example.org/list"), Confidence.Low),
            ],
            null),
    };

    private static Jurisdiction Country(string code, string name, JurisdictionRisk risk) => new()
    {
        Code = code,
        Name = name,
        Names = new Dictionary<string, IReadOnlyList<string>>(),
        DsaApplies = true,
        Risk = risk,
        GuidePassage = code == "DE" ? "guide/a/first" : null,
        Rule = new JurisdictionRule("DSA", "Art 4 of " + code, null, null),
        Summary = HostileText,
        Letters = "Letters.",
        Conditions = "Conditions.",
        Registry = "RIPE NCC",
        Sources = [new SourceReference("A source", "https://example.org/source")],
        Confidence = Confidence.Low,
        AsOf = "2026-05",
    };

    private static Passage Passage(string id, PassageSource source, string text) => new()
    {
        Id = id,
        Source = source,
        Title = "Title of " + id,
        Section = "Section A",
        Text = text,
        Language = "en",
        AsOf = "2024-12",
        Sources = [new SourceReference("A guide", "https://example.org/guide")],
        TouchesLaw = true,
        Facts = [new Fact("", [new("what about " + id + "?", "en"), new("and " + id + "?", "en")])],
    };

    /// <summary>A playbook with just enough cues to recognise one kind of letter.</summary>
    public static Playbook LawFirm { get; } = new()
    {
        Id = "law_firm_demand", Title = "Law firm", Summary = "x", Urgency = "x", ActWithinHours = 72, Recognise = ["x"],
        Cues = [new Cue(5, new Dictionary<string, IReadOnlyList<string>> { ["en"] = ["we act on behalf of", "law firm"] })],
        Questions = [], RedFlags = [], Steps = [], Never = [], Contacts = [], Letters = [], ReplyMust = [], ReplyMustNot = [], Variants = new Dictionary<string, string>(), Rests = [], Sources = [], Confidence = Confidence.High, AsOf = "2026",
    };
}
