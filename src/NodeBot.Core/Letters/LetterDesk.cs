using System.Collections.Immutable;
using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Conversation;
using NodeBot.Core.Privacy;

namespace NodeBot.Core.Letters;

/// <summary>Begins drafts, asks for what they need and shows them.</summary>
public sealed class LetterDesk(LetterWriter writer, LetterDrafts drafts)
{
    // Fields of one form (Discord's limit).
    private const int FieldsOfForm = 5;

    public LetterWriter Writer => writer;

    public LetterDrafts Drafts => drafts;

    /// <param name="member">Whose letter it is.</param>
    /// <param name="template">Which.</param>
    /// <param name="language">The member's language; English where the letter has none of it.</param>
    /// <param name="known">What is known, by what <see cref="LetterField.Fills"/> calls it.</param>
    /// <param name="caseId">The case that it answers; null for none.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Reply> StartAsync(string member, LetterTemplate template, string language, IReadOnlyDictionary<string, string> known, string? caseId, CancellationToken cancellation)
    {
        var values = template.Fields.Where(field => field.Fills is { } fills && known.ContainsKey(fills))
            .Select(field => KeyValuePair.Create(field.Name, FieldReader.Read(field, known[field.Fills!], "en")))
            .Where(pair => pair.Value.Problem is null && pair.Value.Value.Length > 0)
            .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Value, StringComparer.Ordinal);
        var draft = new LetterDraft { Id = PrivateRecords.NewId(), Template = template.Id, Language = LetterTemplate.LanguageFor(language), Values = values, Case = caseId };
        return await drafts.AddAsync(member, draft, cancellation).ConfigureAwait(false)
            ? Ask(draft, template, 0, [])
            : Reply.Privately($"You have {PrivateRecords.MostPerMember} letters in progress, and no more are kept. Delete one first, or wait: each is deleted {LetterDrafts.Kept.TotalDays} days after its last change.");
    }

    /// <returns>That there is no such letter.</returns>
    public static Reply Missing() => Reply.Privately("There is no such letter in progress (any more). /letter list shows what I can draft.");

    /// <returns>A page of the letter's fields, with what is wrong in them above it.</returns>
    public static Reply Ask(LetterDraft draft, LetterTemplate template, int page, IReadOnlyList<string> problems)
    {
        var pages = Pages(template);
        page = Math.Clamp(page, 0, pages - 1);
        var blocks = new List<Block> { new HeadingBlock(template.TitleIn(draft.Language)) };
        blocks.AddRange(problems.Select(problem => new TextBlock(problem)));
        if (page == 0 && problems.Count == 0)
            blocks.Add(new TextBlock($"{template.UseWhen[draft.Language]}\n{template.NotWhen[draft.Language]}"));
        blocks.Add(new TextBlock(pages > 1 ? $"Fill in the fields, part {page + 1} of {pages}." : "Fill in the fields."));
        return CaseReplies.Private(blocks, [new ReplyAction("Show it as it is", LetterStepCommand.Says(draft.Id, "show")), new ReplyAction("Delete it", LetterStepCommand.Says(draft.Id, "delete"), ActionKind.Aside)]) with
        {
            Form = Form(draft, template, page),
        };
    }

    /// <returns>The form of a page of fields.</returns>
    public static Form Form(LetterDraft draft, LetterTemplate template, int page) => new(
        Cut(template.TitleIn(draft.Language), 45),
        LetterStepCommand.Says(draft.Id, "fill", $"{page}"),
        [.. Fields(template, page).Select(field => new FormField(field.Name, field.Label[draft.Language], Cut(field.Why[draft.Language] + " " + Example(field), 100), Math.Min(field.MaxLength, 4000))
        {
            IsLong = field.Type == LetterFieldType.LongText,
            IsRequired = field.IsRequired,
            Value = draft.Values.GetValueOrDefault(field.Name, ""),
            Choices = [.. field.Choices.Select(choice => new OptionChoice(choice.Label[draft.Language], choice.Value))],
        })])
    {
        Opener = LetterStepCommand.Says(draft.Id, "form", $"{page}"),
    };

    /// <returns>How many forms a letter's fields take.</returns>
    public static int Pages(LetterTemplate template) => (template.Fields.Count + FieldsOfForm - 1) / FieldsOfForm;

    /// <returns>The fields of one form.</returns>
    public static IEnumerable<LetterField> Fields(LetterTemplate template, int page) => template.Fields.Skip(page * FieldsOfForm).Take(FieldsOfForm);

    /// <returns>The letter as it is: what is wrong, its text, what its claims rest on, its files.</returns>
    public Reply Show(LetterDraft draft, LetterTemplate template)
    {
        var (values, problems) = LetterWriter.Check(template, draft.Language, draft.Values);
        var letter = writer.Write(template, draft.Language, values);
        var page = template.IsPage ? writer.WritePage(template, draft.Language, values) : null;
        var blocks = new List<Block> { new HeadingBlock(template.TitleIn(draft.Language)) };
        blocks.AddRange(problems.Values.Select(problem => new TextBlock(problem)));
        blocks.Add(new MemberTextBlock(letter.Text.TrimEnd()) { IsToCopy = true });
        blocks.AddRange(Basis(letter));
        var actions = Enumerable.Range(0, Pages(template)).Select(number => new ReplyAction(Pages(template) > 1 ? $"Change the fields, part {number + 1}" : "Change the fields", LetterStepCommand.Says(draft.Id, "ask", $"{number}"))).ToList();
        if (draft.Case is { } caseId)
            actions.Add(new ReplyAction("Back to the case", $"/complaint resume {caseId}"));
        actions.AddRange(LetterTemplate.Languages.Where(language => language != draft.Language).Select(language => new ReplyAction($"In {LanguageName(language)}", LetterStepCommand.Says(draft.Id, "language", language), ActionKind.Aside)));
        actions.Add(new ReplyAction("Delete it", LetterStepCommand.Says(draft.Id, "delete"), ActionKind.Aside));
        return CaseReplies.Private(blocks, actions) with { Files = LetterFiles.Of(letter, page) };
    }

    /// <returns>What the letter's claims about law rest on, and the disclaimer where it makes any.</returns>
    public static IEnumerable<Block> Basis(Letter letter)
    {
        var rests = letter.Clauses.SelectMany(clause => clause.RestsOn).DistinctBy(passage => passage.Id).ToList();
        if (rests.Count == 0)
            yield break;
        if (letter.Clauses.Any(clause => clause.IsUnsure))
            yield return new TextBlock("Check this before you send it: our research is not sure of the law that it names.");
        yield return new TextBlock("What it says about law rests on:");
        foreach (var passage in rests)
            yield return AskCommand.Quote(passage, passage.Text, 0, leads: false);
        yield return new DisclaimerBlock();
    }

    private static string LanguageName(string language) => language switch { "de" => "German", "nl" => "Dutch", "fr" => "French", _ => "English" };

    private static string Example(LetterField field) => field.Choices.Count > 0 ? "" : $"({field.Example})";

    private static string Cut(string text, int most) => text.Length <= most ? text.TrimEnd() : text[..(most - 1)] + "…";
}
