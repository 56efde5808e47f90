using System.Globalization;
using NodeBot.Core.Answering;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using Spectre.Console;

namespace NodeBot.Terminal;

/// <summary>Renders a reply as text for a terminal; everything that is not ours is escaped.</summary>
internal sealed class ReplyPrinter(IAnsiConsole console, Uri pageUrl)
{
    public void Print(Reply reply)
    {
        foreach (var block in reply.Blocks.Where(block => block is not QuoteBlock { Leads: false }))
            Print(block);
        foreach (var file in reply.Files)
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[dim]{Safe(file.Description)}: on the web page, as {Safe(file.Name)}[/]");
        PrintSeeAlso([.. reply.Blocks.OfType<QuoteBlock>().Where(quote => !quote.Leads)]);
        for (var i = 0; i < reply.Actions.Count; i++)
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[dim]{i + 1}.[/] {Safe(reply.Actions[i].Label)}");
        if (reply.Form is { } form)
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[dim]Or write:[/] {Safe(form.Fields[0].Label)} [dim]{Safe(form.Fields[0].Description)}{(form.Fields.Count > 1 ? ", then " + string.Join(", ", form.Fields.Skip(1).Select(field => Safe(field.Label))) : "")}[/]");
    }

    private void Print(Block block)
    {
        switch (block)
        {
            case TextBlock text:
                console.WriteLine(Safe(text.Text));
                console.WriteLine();
                break;
            case DisclaimerBlock:
                console.WriteLine(Answer.Disclaimer);
                console.WriteLine();
                break;
            case PlacesBlock places:
                console.WriteLine(Safe(places.Text));
                break;
            case MemberTextBlock member:
                console.Write(new Padder(new Text(Safe(member.Text)), new Padding(2, 0, 0, 1)));
                break;
            case LinksBlock links:
                PrintLinks(links);
                break;
            case HeadingBlock heading:
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{Safe(heading.Text)}[/]");
                break;
            case QuoteBlock quote:
                PrintQuote(quote);
                break;
            case NoteBlock note:
                PrintNote(note);
                break;
        }
    }

    private void PrintQuote(QuoteBlock quote)
    {
        var number = quote.Number > 0 ? $"[{quote.Number}] " : "";
        console.Write(new Padder(new Text($"“{Safe(quote.Text)}”"), new Padding(2, 0, 0, 0)));
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [bold]{number}{Safe(quote.Title)}[/] [dim]{quote.Source}, {Safe(quote.Section)}, as of {quote.AsOf}[/]");
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [dim]{new Uri(pageUrl, quote.Path).AbsoluteUri}[/]");
        console.WriteLine();
    }

    private void PrintNote(NoteBlock note)
    {
        var check = note.Confidence == Confidence.Low ? " Check this: we are not sure." : "";
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [yellow]Out of date:[/] [bold]{Safe(note.Title)}[/]");
        console.Write(new Padder(new Text(Safe(note.Text) + check), new Padding(2, 0, 0, 0)));
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [dim]As of {note.AsOf}, confidence {note.Confidence.ToString().ToLowerInvariant()}[/]");
        foreach (var source in note.Sources)
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [dim]{Safe(source.Name)} {source.Url}[/]");
        console.WriteLine();
    }

    private void PrintLinks(LinksBlock links)
    {
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[dim]{Safe(links.Text)}[/]");
        foreach (var link in links.Links)
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [dim]{Safe(link.Name)} {link.Url}[/]");
        console.WriteLine();
    }

    private void PrintSeeAlso(List<QuoteBlock> quotes)
    {
        if (quotes.Count == 0)
            return;
        console.MarkupLine("[bold]See also[/]");
        foreach (var quote in quotes)
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {(quote.Number > 0 ? $"[{quote.Number}] " : "- ")}{Safe(quote.Title)} [dim]{new Uri(pageUrl, quote.Path).AbsoluteUri}[/]");
        console.WriteLine();
    }

    // Escape sequences in a text could move the cursor or set the title of somebody's terminal.
    private static string Safe(string text) => string.Concat(text.Where(c => !char.IsControl(c) || c is '\n'));
}
