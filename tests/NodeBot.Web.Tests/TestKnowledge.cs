using NodeBot.Core.Knowledge;

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
        []);

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
}
