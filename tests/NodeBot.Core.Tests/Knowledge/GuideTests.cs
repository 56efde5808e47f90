using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Tests.Knowledge;

public sealed partial class GuideTests
{
    // SHA-256 of the guide's words, joined by single spaces, list marks left out.
    private const string WordsHash = "25c011af2a9bfb33c2ef57d6ee6b1525337ee459a40ca0952081da8ed24b2b66";

    [GeneratedRegex("<!--.*?-->|^#+ |^- ", RegexOptions.Multiline, 1000)]
    private static partial Regex Markup { get; }

    [Fact]
    public void The_guide_is_kept_word_for_word()
    {
        var markdown = File.ReadAllText(Path.Combine(Folders.Knowledge, "guide", "exit-node-tips.md"));
        var body = markdown[(markdown.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..];
        Hash(Markup.Replace(body, "")).ShouldBe(WordsHash);
    }

    [Fact]
    public void The_words_are_those_of_the_guide_as_it_was_given()
    {
        var original = Path.Combine(Folders.Knowledge, "../../shared/guide/guide.txt");
        Assert.SkipUnless(File.Exists(original), "../shared is not here: the pinned hash above stands in for it.");
        Hash(File.ReadAllText(original).Replace('•', ' ')).ShouldBe(WordsHash);
    }

    [Fact]
    public void Every_passage_is_a_part_of_the_guide()
    {
        var words = string.Join(' ', Words(Markup.Replace(File.ReadAllText(Path.Combine(Folders.Knowledge, "guide", "exit-node-tips.md")), "")));
        foreach (var passage in KnowledgeLoader.Load(Folders.Knowledge).Knowledge!.Passages.Where(p => p.Source == PassageSource.Guide))
            words.ShouldContain(string.Join(' ', Words(passage.Text)));
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', Words(text)))));
}
