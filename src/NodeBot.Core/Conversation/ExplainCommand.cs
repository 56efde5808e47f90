using NodeBot.Core.Answering;
using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Conversation;

/// <summary><c>/explain</c> and "Explain this letter" on a message: what the sources say to the one who got such a letter.</summary>
public sealed class ExplainCommand(Answerer answerer) : Command
{
    public const string Name = "explain";
    private const string LetterOption = "letter";

    // The guide's answer to every letter; shown below what the letter's own words find.
    private const string FirstSteps = "What do I do if I receive a cease and desist letter?";

    /// <summary>Takes a letter.</summary>
    public static Form Form { get; } = new("Paste the letter", "/" + Name, [new FormField(LetterOption, "The letter", "Without your name and address. Only you see what I say of it.", 4000) { IsLong = true }])
    {
        Opener = "/" + Name,
    };

    public override CommandSpec Spec { get; } = new(
        Name,
        "Paste a letter or complaint that you got; only you see what my sources say about it",
        [new OptionSpec(LetterOption, "The letter's text, or its most important part", Required: true, 4000)],
        "/explain We act for the owner of the film ...")
    {
        IsPrivate = true,
        MessageMenu = "Explain this letter",
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var letter = turn.Options.GetValueOrDefault(LetterOption)?.Trim() ?? "";
        if (letter.Length == 0)
            return Reply.Privately("There is no text in it that I can read: a picture or a file, perhaps. Paste the letter's text, without your name and address.");
        var scope = new SearchScope(turn.Community);
        var steps = await AnswerAsync(FirstSteps, scope, cancellation).ConfigureAwait(false);
        var own = await AnswerAsync(letter[..Math.Min(letter.Length, QuestionText.MaxLength)], scope, cancellation).ConfigureAwait(false);
        var answer = own is { Kind: AnswerKind.Quoted } && steps is not null ? Join(own, steps) : steps;
        if (answer is null)
            return Reply.Privately("I could not read that. Paste the letter's text, without your name and address.");
        var reply = AskCommand.Render(answer, turn);
        return reply with
        {
            Blocks = [new TextBlock("I do not work out sender, deadline and demands of a letter yet: read those yourself, and keep to the deadline. This is what my sources say to the one who got such a letter."), .. reply.Blocks],
            Visibility = Visibility.Private,
        };
    }

    private async ValueTask<Answer?> AnswerAsync(string text, SearchScope scope, CancellationToken cancellation) =>
        QuestionText.Read(string.Concat(text.Where(c => !char.IsControl(c) || char.IsWhiteSpace(c))), out var question) is null
            ? await answerer.AnswerAsync(question!, scope, cancellation).ConfigureAwait(false)
            : null;

    private static Answer Join(Answer own, Answer steps) => steps with
    {
        Citations = [.. own.Citations.Where(citation => citation.Leads).Concat(steps.Citations).DistinctBy(citation => citation.Passage.Id)],
        Notes = [.. own.Notes.Concat(steps.Notes).DistinctBy(note => note.Id)],
        TouchesLaw = own.TouchesLaw || steps.TouchesLaw,
    };
}
