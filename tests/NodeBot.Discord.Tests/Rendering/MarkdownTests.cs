using CsCheck;
using NodeBot.Discord.Rendering;

namespace NodeBot.Discord.Tests.Rendering;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("**bold** _it_ ~~no~~ `code`", "\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\`code\\`")]
    [InlineData("<@123> <#1> <:a:1> <t:1:R>", "\\<\\@123> \\<#1> \\<:a:1> \\<t:1:R>")]
    [InlineData("@everyone", "\\@everyone")]
    [InlineData("[click](https://evil.example)", "\\[click\\](https\\://evil.example)")]
    [InlineData("# Heading\n> quote\n- item\n-# small\n1. one", "\\# Heading\n\\> quote\n\\- item\n\\-# small\n1\\. one")]
    [InlineData("a # b > c - d 1. e", "a # b > c - d 1. e")]
    [InlineData("||spoiler||", "\\|\\|spoiler\\|\\|")]
    [InlineData("back\\slash", "back\\\\slash")]
    [InlineData("Note: 10:30", "Note: 10:30")]
    [InlineData("gpj\u202Eexe.txt\u0000\u0007", "gpjexe.txt")]
    public void Text_is_shown_letter_by_letter(string text, string expected) => Markdown.Escape(text).ShouldBe(expected);

    [Fact]
    public void What_a_reader_sees_is_the_text() =>
        Gen.String[Gen.Char["ab \\*_~`|<>[]@#-+.1:/\n"], 0, 60].Sample(text => Unescape(Markdown.Escape(text)) == text);

    [Fact]
    public void No_mark_is_left_that_formats() =>
        Gen.String[Gen.Char["ab *_~`|<@[]"], 0, 60].Sample(text =>
        {
            var escaped = Markdown.Escape(text);
            for (var i = 0; i < escaped.Length; i++)
            {
                if (escaped[i] == '\\')
                    i++;
                else if ("*_~`|<@[]".Contains(escaped[i]))
                    return false;
            }

            return true;
        });

    [Fact]
    public void Pieces_fit_and_lose_nothing_but_blanks() =>
        Gen.Select(Gen.String[Gen.OneOf(Gen.Char["ab*. \n"], Gen.Char['a', 'z']), 0, 400], Gen.Int[20, 90]).Sample((text, most) =>
        {
            var pieces = Markdown.Pieces(text, most, Markdown.Quote).ToList();
            return pieces.TrueForAll(piece => Markdown.Quote(piece).Length <= most) && Letters(string.Concat(pieces)) == Letters(text);
        });

    [Fact]
    public void A_character_of_several_parts_is_not_cut()
    {
        var family = "👩‍👩‍👧";
        foreach (var piece in Markdown.Pieces(string.Concat(Enumerable.Repeat(family, 40)), 50, Markdown.Escape))
            (piece.Length % family.Length).ShouldBe(0);
    }

    private static string Unescape(string escaped)
    {
        var plain = new System.Text.StringBuilder();
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] == '\\' && i + 1 < escaped.Length)
                i++;
            plain.Append(escaped[i]);
        }

        return plain.ToString();
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
