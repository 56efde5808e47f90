using System.Globalization;
using NodeBot.Core.Answering;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;

namespace NodeBot.Discord.Rendering;

/// <summary>Blocks as pieces of Markdown that each fit into a message.</summary>
internal static class BlockText
{
    /// <summary>Longest piece: what a Text Display holds, less what is put around it.</summary>
    public const int Longest = 3900;

    /// <returns>One piece for each block; more where a block is too long for one.</returns>
    public static IEnumerable<string> Of(Block block, RenderOptions options) => block switch
    {
        TextBlock text => Markdown.Pieces(text.Text, Longest, Markdown.Escape).Select(Markdown.Escape),
        HeadingBlock heading => [$"**{Markdown.Escape(Short(heading.Text))}**"],
        QuoteBlock { Leads: true } quote => Quote(quote, options),
        NoteBlock note => Note(note, options),
        PlacesBlock places => Places(places),
        LinksBlock links => Links(links),
        MemberTextBlock member => Markdown.Pieces(member.Text, Longest, Markdown.Quote).Select(Markdown.Quote),
        DisclaimerBlock => [Markdown.Small(Disclaimer(options.Texts))],
        _ => [],
    };

    /// <returns>The quotes that are only pointed at, as one piece; null when there are none.</returns>
    public static string? SeeAlso(IEnumerable<Block> blocks, RenderOptions options)
    {
        var lines = blocks.OfType<QuoteBlock>().Where(quote => !quote.Leads).Select(quote => $"- {Title(quote, options)}").ToList();
        return lines.Count == 0 ? null : $"**{options.Texts["seeAlso"]}**\n{string.Join('\n', lines)}";
    }

    private static string Disclaimer(Texts texts) => Markdown.Escape(texts["disclaimer"]);

    private static string Short(string text) => text.Length <= 200 ? text : text[..200];

    private static IEnumerable<string> Quote(QuoteBlock quote, RenderOptions options)
    {
        var texts = options.Texts;
        var number = quote.Number > 0 ? string.Create(CultureInfo.InvariantCulture, $"\\[{quote.Number}\\] ") : "";
        var where = Markdown.Small($"{number}{Title(quote, options)} · {quote.Source}, {Markdown.Escape(Short(quote.Section))}, {texts["asOf"]} {Markdown.Escape(quote.AsOf)}");
        var pieces = Markdown.Pieces(quote.Text, Longest - where.Length - 40, Markdown.Quote).Select(Markdown.Quote).ToList();
        // Each piece is a quotation of its own, and says whence.
        return pieces.Select((piece, i) => i == 0 ? $"{piece}\n{where}" : $"{piece}\n{where} ({texts["continued"]})");
    }

    private static string Title(QuoteBlock quote, RenderOptions options) =>
        Markdown.Link(Short(quote.Title), options.PageUrl is { } page ? new Uri(page, quote.Path).AbsoluteUri : null);

    private static IEnumerable<string> Note(NoteBlock note, RenderOptions options)
    {
        var texts = options.Texts;
        var check = note.Confidence == Confidence.Low ? $" **{texts["checkThis"]}**" : "";
        var sources = string.Join("; ", note.Sources.Select(source => Markdown.Link(Short(source.Name), source.Url)));
        var end = Markdown.Small($"{texts["asOf"]} {Markdown.Escape(note.AsOf)}, {texts["confidence"]}: {texts[note.Confidence.ToString().ToLowerInvariant()]}. {sources}");
        // Many long sources must not leave the text without room.
        if (end.Length > Longest / 2)
            end = Markdown.Small($"{texts["asOf"]} {Markdown.Escape(note.AsOf)}, {texts["confidence"]}: {texts[note.Confidence.ToString().ToLowerInvariant()]}.");
        var start = $"⚠️ **{texts["outOfDate"]}: {Markdown.Escape(Short(note.Title))}**\n";
        var pieces = Markdown.Pieces(note.Text, Longest - start.Length - end.Length - check.Length - 2, Markdown.Escape).Select(Markdown.Escape).ToList();
        return pieces.Select((piece, i) => (i == 0 ? start : "") + piece + (i == pieces.Count - 1 ? $"{check}\n{end}" : ""));
    }

    private static IEnumerable<string> Links(LinksBlock block)
    {
        var text = Markdown.Escape(Short(block.Text));
        var piece = new System.Text.StringBuilder(text);
        foreach (var link in block.Links.Select(link => Markdown.Link(Short(link.Name), link.Url)))
        {
            if (piece.Length + link.Length + 3 > Longest)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(piece.Length == 0 ? "- " : "\n- ").Append(link);
        }

        yield return piece.ToString();
    }

    private static IEnumerable<string> Places(PlacesBlock places)
    {
        var named = places.Places.Where(place => place.Id.All(char.IsAsciiDigit)).Select(place => place.Kind switch
        {
            PlaceKind.Channel => $"<#{place.Id}>",
            PlaceKind.Role => $"<@&{place.Id}>",
            _ => $"<@{place.Id}>",
        });
        return [$"{Markdown.Escape(places.Text)} {string.Join(' ', named)}".TrimEnd()];
    }
}
