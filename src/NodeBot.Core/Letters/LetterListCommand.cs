using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Conversation;

namespace NodeBot.Core.Letters;

/// <summary><c>/letter list</c>: what letters there are, and when to use which.</summary>
public sealed class LetterListCommand(LetterWriter writer) : Command
{
    public override CommandSpec Spec { get; } = new("letter list", "The letters that I can draft, and when to use which", [], "/letter list") { IsPrivate = true };

    public override ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var language = LetterTemplate.LanguageFor(turn.Language);
        return ValueTask.FromResult(CaseReplies.Private(
            [
                new HeadingBlock("Letters that I can draft"),
                new TextBlock(string.Join('\n', writer.Templates.Select(template => $"- {template.TitleIn(language)}: {template.Description[language]}"))),
            ],
            [.. writer.Templates.Select(template => new ReplyAction(template.TitleIn(language), $"/letter write {template.Id}"))]));
    }
}
