using System.Globalization;
using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Conversation;

namespace NodeBot.Core.Letters;

/// <summary><c>/letter step LETTER WHAT …</c>: what is pressed and filled in along a letter.</summary>
public sealed class LetterStepCommand : Command
{
    private const string Name = "letter step";
    private const string StepOption = "step";

    private readonly LetterDesk _desk;

    public LetterStepCommand(LetterDesk desk)
    {
        _desk = desk;
        Spec = new CommandSpec(
            Name,
            "One step in writing a letter",
            [
                new OptionSpec(StepOption, "The letter, what to do, and with what", Required: true),
                .. desk.Writer.Templates.SelectMany(template => template.Fields).DistinctBy(field => field.Name).Select(field => new OptionSpec(field.Name, field.Label["en"], Required: false, field.MaxLength)),
            ],
            "/letter step ABCDEFGH show")
        {
            IsPrivate = true,
            IsListed = false,
            KeepsForMember = true,
        };
    }

    public override CommandSpec Spec { get; }

    /// <returns>What a person would type to take a step.</returns>
    public static string Says(string id, string what, string with = "") => $"/{Name} {id} {what} {with}".TrimEnd();

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Member is not { } member)
            return CaseDesk.Nameless;
        var words = (turn.Options.GetValueOrDefault(StepOption) ?? "").Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || await _desk.Drafts.FindAsync(member, words[0].ToUpperInvariant(), cancellation).ConfigureAwait(false) is not { } draft || _desk.Writer.Find(draft.Template) is not { } template)
            return LetterDesk.Missing();
        var with = words.ElementAtOrDefault(2) ?? "";
        var page = int.TryParse(with, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, LetterDesk.Pages(template) - 1) : 0;
        return words[1] switch
        {
            "fill" => await FillAsync(turn, member, draft, template, page, cancellation).ConfigureAwait(false),
            "form" => Reply.Privately(template.TitleIn(draft.Language)) with { Form = LetterDesk.Form(draft, template, page) with { Opener = null } },
            "ask" => LetterDesk.Ask(draft, template, page, []),
            "language" when LetterTemplate.Languages.Contains(with) => await ChangeAsync(member, draft, now => now with { Language = with }, template, cancellation).ConfigureAwait(false),
            "delete" => await _desk.Drafts.RemoveAsync(member, draft.Id, cancellation).ConfigureAwait(false) ? Reply.Privately("The letter is deleted. /letter list shows what else I can draft.") : LetterDesk.Missing(),
            _ => _desk.Show(draft, template),
        };
    }

    private async Task<Reply> FillAsync(Turn turn, string member, LetterDraft draft, LetterTemplate template, int page, CancellationToken cancellation)
    {
        var typed = LetterDesk.Fields(template, page).ToDictionary(field => field.Name, field => turn.Options.GetValueOrDefault(field.Name, ""), StringComparer.Ordinal);
        // What was typed is kept, also where it is wrong: nobody types it twice.
        var changed = await _desk.Drafts.ChangeAsync(member, draft.Id, now => now with { Values = now.Values.SetItems(typed.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Length > 4000 ? pair.Value[..4000] : pair.Value))) }, cancellation).ConfigureAwait(false);
        if (changed is null)
            return LetterDesk.Missing();
        var problems = LetterWriter.Check(template, changed.Language, changed.Values).Problems.Where(problem => typed.ContainsKey(problem.Key)).Select(problem => problem.Value).ToList();
        if (problems.Count > 0)
            return LetterDesk.Ask(changed, template, page, problems);
        return page + 1 < LetterDesk.Pages(template) ? LetterDesk.Ask(changed, template, page + 1, []) : _desk.Show(changed, template);
    }

    private async Task<Reply> ChangeAsync(string member, LetterDraft draft, Func<LetterDraft, LetterDraft> change, LetterTemplate template, CancellationToken cancellation) =>
        await _desk.Drafts.ChangeAsync(member, draft.Id, change, cancellation).ConfigureAwait(false) is { } changed ? _desk.Show(changed, template) : LetterDesk.Missing();
}
