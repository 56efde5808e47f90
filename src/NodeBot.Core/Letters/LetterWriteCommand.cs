using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Conversation;

namespace NodeBot.Core.Letters;

/// <summary><c>/letter write</c>: begins a letter.</summary>
public sealed class LetterWriteCommand(LetterDesk desk) : Command
{
    private const string TemplateOption = "template";
    private const string LanguageOption = "language";

    public override CommandSpec Spec { get; } = new(
        "letter write",
        "Draft a letter: to a provider, a law firm, an authority; only you see it",
        [
            new OptionSpec(TemplateOption, "Which letter", Required: true) { Completes = true },
            new OptionSpec(LanguageOption, "In which language", Required: false) { Choices = [new OptionChoice("English", "en"), new OptionChoice("Deutsch", "de"), new OptionChoice("Nederlands", "nl"), new OptionChoice("Français", "fr")] },
        ],
        "/letter write reply-law-firm")
    {
        IsPrivate = true,
        KeepsForMember = true,
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Member is not { } member)
            return CaseDesk.Nameless;
        var asked = turn.Options.GetValueOrDefault(TemplateOption)?.Trim() ?? "";
        var language = turn.Options.GetValueOrDefault(LanguageOption) ?? turn.Language;
        if (desk.Writer.Templates.FirstOrDefault(template => template.Id == asked || template.Title.Values.Contains(asked, StringComparer.OrdinalIgnoreCase)) is { } template)
            return await desk.StartAsync(member, template, language, new Dictionary<string, string>(StringComparer.Ordinal), null, cancellation).ConfigureAwait(false);
        return CaseReplies.Private(
            [new TextBlock(asked.Length == 0 ? "Which letter?" : $"I have no letter called “{asked}”. These I have:")],
            [.. desk.Writer.Templates.Select(other => new ReplyAction(other.TitleIn(LetterTemplate.LanguageFor(turn.Language)), $"/letter write {other.Id}"))]);
    }

    public override ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<OptionChoice>>(option == TemplateOption ? [.. desk.Writer.Templates.Select(template => new OptionChoice(template.TitleIn(LetterTemplate.LanguageFor(turn.Language)), template.Id))] : []);
}
