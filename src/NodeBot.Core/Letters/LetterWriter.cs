using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Fluid;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Letters;

/// <summary>Writes letters. Safe to use from many threads.</summary>
/// <param name="knowledge">Holds the templates and the passages that their claims rest on.</param>
public sealed partial class LetterWriter(KnowledgeBase knowledge)
{
    private static readonly FluidParser Parser = new();

    // Nothing of a value is looked into: a letter reads fields by name and calls nothing.
    private static readonly TemplateOptions Options = new() { MaxSteps = 10_000, MaxRecursion = 10 };

    private readonly ConcurrentDictionary<string, IFluidTemplate> _parsed = new(StringComparer.Ordinal);

    [GeneratedRegex(@"\n{3,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlankLines { get; }

    [GeneratedRegex(@"[ \t]+(?=\n|$)|(?<=\n|^)[ \t]+|(?<=\S)[ \t]{2,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces { get; }

    public IReadOnlyList<LetterTemplate> Templates => knowledge.Letters;

    /// <returns>The template of an id; null when there is none.</returns>
    public LetterTemplate? Find(string id) => knowledge.Letters.FirstOrDefault(template => template.Id == id);

    /// <summary>Checks values.</summary>
    /// <returns>The values as they are kept, and what is wrong with which field.</returns>
    public static (IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Problems) Check(LetterTemplate template, string language, IReadOnlyDictionary<string, string> typed)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in template.Fields)
        {
            var (value, problem) = FieldReader.Read(field, typed.GetValueOrDefault(field.Name), language);
            values[field.Name] = value;
            if (problem is not null)
                problems[field.Name] = problem;
        }

        return (values, problems);
    }

    /// <param name="template">Which letter.</param>
    /// <param name="language">One of <see cref="LetterTemplate.Languages"/>.</param>
    /// <param name="values">Checked values by field; those of required fields that are missing show as blanks to fill in.</param>
    public Letter Write(LetterTemplate template, string language, IReadOnlyDictionary<string, string> values)
    {
        var context = Context(template, language, values);
        var clauses = template.Clauses
            .Select(clause => new WrittenClause(clause.Id, Render(clause.Text[language], context, NullEncoder.Default), [.. clause.Passages.Select(knowledge.Find).OfType<Passage>()]))
            .Where(clause => clause.Text.Length > 0)
            .ToList();
        return new Letter(template, language, Render(template.Subject[language], context, NullEncoder.Default), clauses);
    }

    /// <returns>A page template as HTML: every value is escaped.</returns>
    public string WritePage(LetterTemplate template, string language, IReadOnlyDictionary<string, string> values)
    {
        var context = Context(template, language, values);
        var subject = Render(template.Subject[language], context, HtmlEncoder.Default);
        var body = template.Clauses.Select(clause => Render(clause.Text[language], context, HtmlEncoder.Default)).Where(text => text.Length > 0)
            .SelectMany(text => text.Split("\n\n")).Select(paragraph => $"<p>{paragraph.Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>");
        return $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{subject}</title>
            <style>body {"{"} font: 1.05rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; {"}"}</style>
            </head>
            <body>
            <main>
            <h1>{subject}</h1>
            {string.Join('\n', body)}
            </main>
            </body>
            </html>

            """;
    }

    private static TemplateContext Context(LetterTemplate template, string language, IReadOnlyDictionary<string, string> values)
    {
        var context = new TemplateContext(Options);
        foreach (var field in template.Fields)
        {
            var value = values.GetValueOrDefault(field.Name, "");
            if (value.Length > 0)
                context.SetValue(field.Name, FieldReader.Show(field, value, language));
            else if (field.IsRequired)
                context.SetValue(field.Name, $"[{field.Label[language]}]");
        }

        return context;
    }

    private string Render(string text, TemplateContext context, TextEncoder encoder)
    {
        var template = _parsed.GetOrAdd(text, source => Parser.Parse(source));
        return BlankLines.Replace(Spaces.Replace(template.Render(context, encoder), match => match.Value.Length > 0 && match.Index > 0 && match.Value[0] == ' ' && match.Value.Length >= 2 ? " " : ""), "\n\n").Trim();
    }
}
