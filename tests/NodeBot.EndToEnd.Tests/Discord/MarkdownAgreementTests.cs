using System.Text.Json.Nodes;
using NodeBot.Discord.Rendering;

namespace NodeBot.EndToEnd.Tests.Discord;

/// <summary>A parser of Discord's Markdown, which is not ours, sees in our escaped texts nothing but text.</summary>
public sealed class MarkdownAgreementTests
{
    private const string Script = """
        const { parse } = require('discord-markdown-parser');
        const flat = (nodes) => (Array.isArray(nodes) ? nodes : [nodes]).map((n) => typeof n === 'string' ? n : n.type === 'text' ? n.content : n.type === 'br' ? '\n' : '<<' + n.type + '>>' + flat(n.content || '')).join('');
        let text = '';
        process.stdin.on('data', (d) => text += d).on('end', () => console.log(JSON.stringify(JSON.parse(text).map((t) => flat(parse(t, 'extended'))))));
        """;

    private static readonly string[] Traps =
    [
        "**bold** __under__ *it* _it_ ~~no~~ ||spoiler|| `code` ```js\nblock\n```", "[click](https://evil.example) <https://evil.example> https://evil.example/a_b_c", "@everyone @here <@1> <@!1> <@&2> <#3> <:a:4> <a:b:5> <t:1700000000:R> </ask:6>",
        "# one\n## two\n### three\n-# small\n> quote\n>>> all of it\n- item\n* item\n+ item\n1. one\n2) two", "a\\*b\\\\*c\\_", "http://x https://y ftp://z discord://w", "_a_b_ __c__d__ *e*f*",
    ];

    [Fact]
    public async Task Whatever_a_member_writes_is_shown_letter_by_letter()
    {
        var random = new Random(5);
        const string alphabet = "ab1 *_~`|<>[]()@#-+.:/\\!&\n";
        var texts = Traps.Concat(Enumerable.Range(0, 1500).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => alphabet[random.Next(alphabet.Length)])))).Select(text => text.Trim()).Where(text => text.Length > 0).ToList();
        var input = new JsonArray([.. texts.Select(text => (JsonNode)Markdown.Escape(text)!)]);
        var seen = JsonNode.Parse(await NodeScript.RunAsync("discord-markdown-parser@1.3.1", Script, input.ToJsonString()))!.AsArray();
        for (var i = 0; i < texts.Count; i++)
            ((string)seen[i]!).ShouldBe(texts[i]);
    }

    [Fact]
    public async Task A_quote_is_one_quote()
    {
        var input = new JsonArray([.. Traps.Select(text => (JsonNode)Markdown.Quote(text)!)]);
        var seen = JsonNode.Parse(await NodeScript.RunAsync("discord-markdown-parser@1.3.1", Script, input.ToJsonString()))!.AsArray();
        for (var i = 0; i < Traps.Length; i++)
            ((string)seen[i]!).ShouldBe("<<blockQuote>>" + Traps[i]);
    }
}
