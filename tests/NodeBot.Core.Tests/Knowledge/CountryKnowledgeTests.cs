using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Providers;

namespace NodeBot.Core.Tests.Knowledge;

public sealed class CountryKnowledgeTests : IDisposable
{
    private const string Source = "source: {name: \"n\", url: \"https://example.org/\"}";
    private const string Sources = "sources: [{name: \"n\", url: \"https://example.org/\"}]";

    private readonly string _folder = Directory.CreateTempSubdirectory("nodebot-test-").FullName;

    public CountryKnowledgeTests()
    {
        Write("guide/guide.md", "---\ntitle: A guide\nurl: https://example.org/\nlanguage: en\nasOf: 2024-12\ntouchesLaw: guide/law/\n---\n\n## Law\n\n<!-- passage: guide/law/germany | Germany -->\nGermany: TMG 8.\n");
        Write("guide/questions/a.yaml", "- passage: guide/law/germany\n  facts:\n    - evidence: \"TMG 8\"\n      questions:\n        en: [" + string.Join(", ", Enumerable.Range(0, KnowledgeLoader.QuestionsPerPassage).Select(i => $"\"q{i}?\"")) + "]\n");
    }

    private static string[] Jurisdiction =>
    [
        "code: \"DE\"", "name: \"Germany\"", "names: {en: [\"Germany\"], de: [\"Deutschland\"], nl: [\"x\"], fr: [\"x\"], es: [\"x\"], ru: [\"x\"], uk: [\"x\"]}", "dsaApplies: true", "risk: \"normal\"", "guideSays: \"TMG 8\"",
        "guidePassage: \"guide/law/germany\"", "rule: {statute: \"DSA\", article: \"Art 4\", inForceSince: null, replaces: null}", "summary: \"Summary.\"", "letters: \"Letters.\"", "conditions: \"Conditions.\"",
        "registry: \"RIPE NCC\"", Sources, "confidence: \"high\"", "asOf: \"2026-05\"", "questions: {en: [\"what holds in Germany?\", \"law of Germany?\"]}", "keywords: [\"DDG\"]",
    ];

    private static string[] Provider =>
    [
        "id: \"a-host\"", "name: \"A Host\"", "aliases: [\"AH\"]", "countries: [\"DE\"]", "asn: [64500]", "url: \"https://example.org/\"", "exits: \"yes\"", "relays: \"yes\"", "conditions: \"On VPS.\"", "asOf: null", "confidence: \"low\"", Source,
    ];

    private static string[] Registry =>
    [
        "id: \"ripe-ncc\"", "name: \"RIPE NCC\"", "region: \"Europe\"", "countries: [\"DE\"]", "rdap: \"https://rdap.db.ripe.net/\"", "whois: \"whois.ripe.net\"", "holder: [\"h\"]", "customer: [\"c\"]", "abuseObject: \"a\"",
        "individuals: \"i\"", Sources, "confidence: \"high\"", "asOf: \"2026-07\"", "questions: {en: [\"register at RIPE?\", \"what is RIPE?\"]}", "keywords: []",
    ];

    private static string[] Organisation =>
    [
        "id: \"ccc\"", "name: \"CCC\"", "country: \"DE\"", "kind: \"digital rights\"", "url: \"https://example.org/\"", "helpsWith: \"questions\"", "notFor: null", "contact: null", Source, "confidence: \"low\"", "asOf: \"2024\"", "keywords: []",
    ];

    [Fact]
    public void Good_files_give_entries_and_passages()
    {
        Write("providers/crowded.yaml", $"note: \"Full.\"\nasns: [64500]\n{Source}\nasOf: \"2026-07-15\"\n");
        var loaded = Load();
        loaded.Problems.ShouldBeEmpty();
        var knowledge = loaded.Knowledge!;
        var germany = knowledge.Jurisdictions.Single();
        (germany.Code, germany.Risk, germany.Rule.Article, germany.Rule.Replaces, germany.Names["de"].Single()).ShouldBe(("DE", JurisdictionRisk.Normal, "Art 4", null, "Deutschland"));
        var passage = knowledge.Find("jurisdiction/de")!;
        (passage.Source, passage.Country, passage.AsOf, passage.TouchesLaw, passage.Keywords.Single()).ShouldBe((PassageSource.Jurisdiction, "DE", "2026-05", true, "DDG"));
        foreach (var part in new[] { "DSA: Art 4.", "Summary.", "Letters.", "Conditions." })
            passage.Text.ShouldContain(part);
        knowledge.Providers.IsCrowded(knowledge.Providers.All.Single()).ShouldBeTrue();
        knowledge.Providers.All.Single().Exits.ShouldBe(ExitStance.Yes);
        var provider = knowledge.Find("provider/a-host")!;
        provider.AsOf.ShouldBe("2026-07-15");
        provider.Text.ShouldBe("A Host is reported to allow exit nodes. Where: Germany; AS64500. On VPS. The report has no date, may be old, and is about Tor; nobody here asked the provider. Ask them in writing before you start, and keep the answer.");
        provider.Facts.Single().Questions.Select(question => question.Text).ShouldContain("does AH allow exit nodes");
        knowledge.Find("organisation/ccc")!.Facts.Single().Questions.Select(question => question.Text).ShouldContain("who helps me in Germany");
        knowledge.Registries.Of("DE")!.Rdap.ShouldBe("https://rdap.db.ripe.net/");
        knowledge.Find("registry/ripe-ncc").ShouldNotBeNull();
    }

    [Fact]
    public void Names_that_two_share_are_asked_by_country()
    {
        Write("providers/providers.yaml", Entry(Provider) + Entry([.. Provider.Select(field => field.StartsWith("id:") ? "id: \"a-host-se\"" : field.StartsWith("countries:") ? "countries: [\"SE\"]" : field)]));
        var loaded = Load();
        loaded.Problems.ShouldBeEmpty();
        loaded.Knowledge!.Find("provider/a-host-se")!.Facts.Single().Questions[0].Text.ShouldBe("Does A Host in SE allow exit nodes?");
    }

    [Theory]
    [InlineData("code: \"Germany\"", "'code' is")]
    [InlineData("code: \"AT\"", "named after another country")]
    [InlineData("names: {en: [\"Germany\"]}", "lacks de, nl")]
    [InlineData("dsaApplies: maybe", "'dsaApplies' is")]
    [InlineData("risk: \"high\"", "'risk' is")]
    [InlineData("guidePassage: \"guide/law/gone\"", "does not exist")]
    [InlineData("guidePassage: null", "without 'guidePassage'")]
    [InlineData("rule: \"DSA\"", "'rule' is missing")]
    [InlineData("summary: \"\"", "'summary' is missing")]
    [InlineData("asOf: \"soon\"", "asOf of")]
    [InlineData("sources: [{name: \"n\", url: \"javascript:x\"}]", "not an http(s) address")]
    [InlineData("questions: {en: [\"q1?\", \"law?\"]}", "already belongs to guide/law/germany")]
    public void A_wrong_jurisdiction_is_named(string wrong, string expected) => Problem("jurisdictions/de.yaml", string.Join('\n', With(Jurisdiction, wrong))).ShouldContain(expected);

    [Theory]
    [InlineData("id: \"A Host\"", "The id")]
    [InlineData("countries: [\"NZ/AU\"]", "no country code")]
    [InlineData("asn: [\"ASX\"]", "no number of an autonomous system")]
    [InlineData("exits: \"perhaps\"", "'exits' is")]
    [InlineData("asOf: \"2021-13\"", "asOf is")]
    [InlineData("url: \"ftp://x\"", "'url' is")]
    [InlineData("source: \"Tor\"", "'source' is missing")]
    [InlineData("conditions: [\"a\"]", "is not text")]
    public void A_wrong_provider_is_named(string wrong, string expected) => Problem("providers/providers.yaml", Entry(With(Provider, wrong))).ShouldContain(expected);

    [Fact]
    public void A_provider_that_stands_twice_is_named() => Problem("providers/providers.yaml", Entry(Provider) + Entry(Provider)).ShouldContain("stands twice");

    [Theory]
    [InlineData("rdap: \"https://rdap.db.ripe.net\"", "ends with '/'")]
    [InlineData("holder: []", "'holder' is missing")]
    [InlineData("countries: [\"Germany\"]", "no country code")]
    public void A_wrong_registry_is_named(string wrong, string expected) => Problem("registries/ripe-ncc.yaml", string.Join('\n', With(Registry, wrong))).ShouldContain(expected);

    [Theory]
    [InlineData("country: \"Germany\"", "no country code")]
    [InlineData("helpsWith: \"\"", "'helpsWith' is missing")]
    [InlineData("asOf: \"now\"", "asOf of")]
    public void A_wrong_organisation_is_named(string wrong, string expected) => Problem("organisations/organisations.yaml", Entry(With(Organisation, wrong))).ShouldContain(expected);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> With(string[] fields, string wrong) =>
        fields.Where(field => !field.StartsWith(wrong[..(wrong.IndexOf(':', StringComparison.Ordinal) + 1)])).Append(wrong);

    private static string Entry(IEnumerable<string> fields) => "- " + string.Join("\n  ", fields) + "\n";

    private KnowledgeLoadResult Load()
    {
        foreach (var (path, text) in new[] { ("jurisdictions/de.yaml", string.Join('\n', Jurisdiction)), ("providers/providers.yaml", Entry(Provider)), ("registries/ripe-ncc.yaml", string.Join('\n', Registry)), ("organisations/organisations.yaml", Entry(Organisation)) })
        {
            if (!File.Exists(Path.Combine(_folder, path)))
                Write(path, text);
        }

        return KnowledgeLoader.Load(_folder);
    }

    private string Problem(string path, string text)
    {
        Write(path, text);
        var loaded = Load();
        loaded.Knowledge.ShouldBeNull();
        var problem = loaded.Problems[0];
        problem.File.ShouldBe(path);
        problem.Line.ShouldBeGreaterThan(0);
        problem.Mend.ShouldNotBeEmpty();
        return string.Join('\n', loaded.Problems);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
