using System.Diagnostics;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Letters;

namespace NodeBot.EndToEnd.Tests.Letters;

/// <summary>The Word files, opened by LibreOffice.</summary>
public sealed class WordFileTests
{
    private const string Office = "/usr/bin/soffice";

    [Fact]
    public async Task LibreOffice_opens_every_letter_and_reads_its_words()
    {
        Assert.SkipUnless(File.Exists(Office), "LibreOffice is not installed (Debian: libreoffice-writer).");
        var folder = Directory.CreateTempSubdirectory("nodebot-test-").FullName;
        try
        {
            var writer = new LetterWriter(KnowledgeLoader.Load(Path.Combine(AppContext.BaseDirectory, "knowledge")).Knowledge!);
            var letters = writer.Templates.Where(template => !template.IsPage)
                .SelectMany(template => LetterTemplate.Languages, (template, language) => writer.Write(template, language, LetterWriter.Check(template, language, template.Fields.ToDictionary(field => field.Name, field => field.Example)).Values))
                .ToDictionary(letter => $"{letter.Template.Id}.{letter.Language}");
            foreach (var (name, letter) in letters)
                await File.WriteAllBytesAsync(Path.Combine(folder, name + ".docx"), LetterFiles.Docx(letter));
            await ConvertAsync(folder);
            foreach (var (name, letter) in letters)
                Flat(await File.ReadAllTextAsync(Path.Combine(folder, name + ".txt"))).ShouldBe(Flat(letter.Text), name);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // All at once: its start takes longer than its work.
    private static async Task ConvertAsync(string folder)
    {
        var start = new ProcessStartInfo(Office) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder })
            start.ArgumentList.Add(argument);
        foreach (var file in Directory.GetFiles(folder, "*.docx"))
            start.ArgumentList.Add(file);
        using var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        process.ExitCode.ShouldBe(0, await errors);
    }

    private static string Flat(string text) => string.Join(' ', text.TrimStart('\uFEFF').Split([' ', '\n', '\r', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
}
