using NodeBot.Core.Conversation;

namespace NodeBot.Core.Jurisdictions;

/// <summary><c>/jurisdiction show</c>: what is known of one country.</summary>
public sealed class JurisdictionShowCommand(CountryQuestion question, JurisdictionReplies replies) : Command
{
    public const string Name = "jurisdiction show";
    private const string CountryOption = "country";

    public override CommandSpec Spec { get; } = new(
        Name,
        "What one country's law says to those who run exits, with sources and dates",
        [new OptionSpec(CountryOption, "Its name or code, in any of my languages", Required: true, CountryQuestion.MaxLength) { Completes = true }],
        "/jurisdiction show Germany");

    public override ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var (jurisdiction, instead) = question.Read(turn.Options.GetValueOrDefault(CountryOption), "/" + Name);
        return ValueTask.FromResult(jurisdiction is null ? instead! : replies.Show(jurisdiction, turn));
    }

    public override ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation) => ValueTask.FromResult(question.Choices);
}
