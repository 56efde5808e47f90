using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NodeBot.Core.Conversation;

namespace NodeBot.Core.Letters;

/// <summary>Letters as files: plain text, Word (Office Open XML), web page.</summary>
public static class LetterFiles
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // A4 with margins of 2.5 cm, in twentieths of a point.
    private const uint PageWidth = 11906;
    private const uint PageHeight = 16838;
    private const int Margin = 1417;

    /// <returns>The letter as text and as a Word document; a page as HTML.</returns>
    public static IReadOnlyList<ReplyFile> Of(Letter letter, string? page) => page is not null
        ? [new ReplyFile("index.html", "text/html", Encoding.UTF8.GetBytes(page), "The page, to put on port 80 of the address")]
        : [new ReplyFile(letter.Template.Id + ".txt", "text/plain", Encoding.UTF8.GetBytes(letter.Text), "The letter as plain text"), new ReplyFile(letter.Template.Id + ".docx", Word, Docx(letter), "The letter as a Word document")];

    /// <returns>A document without anything personal but the letter's own words.</returns>
    public static byte[] Docx(Letter letter)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var body = new Body();
            body.AppendChild(Paragraph(letter.Subject, letter.Language, isBold: true));
            foreach (var clause in letter.Clauses)
            {
                foreach (var paragraph in clause.Text.Split("\n\n"))
                    body.AppendChild(Paragraph(paragraph, letter.Language, isBold: false));
            }

            body.AppendChild(new SectionProperties(
                new PageSize { Width = PageWidth, Height = PageHeight },
                new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 708, Footer = 708, Gutter = 0 }));
            main.Document = new Document(body);
            main.Document.Save();
        }

        return stream.ToArray();
    }

    private static Paragraph Paragraph(string text, string language, bool isBold)
    {
        var properties = new RunProperties();
        properties.AppendChild(new RunFonts { Ascii = "Liberation Sans", HighAnsi = "Liberation Sans", ComplexScript = "Liberation Sans" });
        if (isBold)
            properties.AppendChild(new Bold());
        properties.AppendChild(new FontSize { Val = "22" });
        properties.AppendChild(new Languages { Val = language });
        var run = new Run(properties);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                run.AppendChild(new Break());
            run.AppendChild(new DocumentFormat.OpenXml.Wordprocessing.Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return new Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = "200", Line = "276", LineRule = LineSpacingRuleValues.Auto }), run);
    }
}
