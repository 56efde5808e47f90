using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Complaints.Reading;
using NodeBot.Core.Conversation;

namespace NodeBot.Core.Complaints;

/// <summary><c>/explain</c> and "Explain this letter" on a message: what a letter is and wants, to be confirmed by the member.</summary>
public sealed class ExplainCommand(LetterReader reader, CaseDesk desk) : Command
{
    public const string Name = "explain";
    private const string LetterOption = "letter";
    private const string ReceivedOption = "received";

    /// <summary>Longest letter in a form or a slash command; elsewhere <see cref="LetterReader.MaxLength"/>.</summary>
    private const int MaxLetter = 4000;

    /// <summary>Takes a letter.</summary>
    public static Form Form { get; } = new(
        "Paste the letter",
        "/" + Name,
        [
            new FormField(LetterOption, "The letter", "Without your name and address. It is read and not kept.", MaxLetter) { IsLong = true },
            new FormField(ReceivedOption, "When it arrived, such as 2026-11-24", "Some deadlines count from that day. Leave it empty for today.", 40) { IsRequired = false },
        ])
    {
        Opener = "/" + Name,
    };

    public override CommandSpec Spec { get; } = new(
        Name,
        "Paste a letter that you got: what it is, how soon to act, what not to do; only you see it",
        [
            new OptionSpec(LetterOption, "The letter's text, or its most important part", Required: false, MaxLetter),
            new OptionSpec(ReceivedOption, "When it arrived, such as 2026-11-24; today when left out", Required: false, 40),
        ],
        "/explain We act for the owner of the film ...")
    {
        IsPrivate = true,
        KeepsForMember = true,
        MessageMenu = "Explain this letter",
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (!turn.Options.TryGetValue(LetterOption, out var letter))
            return Reply.Privately("Paste the letter's text, without your name and address.") with { Form = Form with { Opener = null } };
        if (string.IsNullOrWhiteSpace(letter))
            return Reply.Privately("There is no text in it that I can read: a picture or a file, perhaps. Paste the letter's text, without your name and address, or choose its kind with /complaint start.");
        if (letter.Length > LetterReader.MaxLength)
            return Reply.Privately($"The letter has {letter.Length} characters; I read {LetterReader.MaxLength} at the most. Paste its first pages.");
        if (turn.Member is not { } member)
            return CaseDesk.Nameless;
        var (received, problem) = desk.ReadDay(turn.Options.GetValueOrDefault(ReceivedOption));
        if (problem is not null)
            return Reply.Privately(problem);
        var finding = reader.Read(letter, received);
        if (finding.Kind is null && finding.Alternatives.Count == 0)
            return NoComplaint(desk);
        var added = await desk.StartAsync(member, finding.Kind, ExplainedLetter.Fields(finding, received), cancellation).ConfigureAwait(false);
        return added is null ? CaseDesk.Full() : await desk.ShowAsync(member, added, cancellation).ConfigureAwait(false);
    }

    private static Reply NoComplaint(CaseDesk desk) => CaseReplies.Private(
        [new TextBlock("I do not recognise a complaint in this. If it is one all the same, choose what comes nearest; if you have a question, just ask it.")],
        [.. desk.Kinds(playbook => $"/complaint start {playbook.Id}")]);
}
