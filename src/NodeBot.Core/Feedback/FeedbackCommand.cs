using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Feedback;

/// <summary><c>/feedback helpful|unhelpful|country</c>, pressed below an answer.</summary>
/// <param name="verdict">Which of them.</param>
/// <param name="passages">Knows whether there is such a passage.</param>
/// <param name="store">Opened late.</param>
public sealed class FeedbackCommand(Verdict verdict, PassageFinder passages, Func<Task<FeedbackStore>> store) : Command
{
    public const string Feature = "feedback";
    private const string PassageOption = "passage";
    private const string CountryOption = "country";
    private const int LongestCountry = 60;

    public override CommandSpec Spec { get; } = new(
        Name(verdict),
        "Says what an answer was worth to you",
        [
            new OptionSpec(PassageOption, "The passage that the answer quoted", Required: true, 200),
            .. verdict == Verdict.Country ? [new OptionSpec(CountryOption, "Your country", Required: false, LongestCountry)] : Array.Empty<OptionSpec>(),
        ],
        $"/{Name(verdict)} guide/do-not-log/reasons")
    {
        IsPrivate = true,
        NeedsCommunity = true,
        IsListed = false,
    };

    /// <returns>What a person would type to say this of a passage.</returns>
    public static string Says(Verdict verdict, Passage passage) => $"/{Name(verdict)} {passage.Id}";

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var texts = Texts.For(turn.Language);
        var passage = await passages.FindAsync(turn.Options.GetValueOrDefault(PassageOption) ?? "", new SearchScope(turn.Community), cancellation).ConfigureAwait(false);
        if (passage is null || turn.Member is null)
            return Reply.Privately("That answer's passage is no longer there, so there is nothing to note. Ask again to see what my sources say now.");
        var country = turn.Options.GetValueOrDefault(CountryOption)?.ReplaceLineEndings(" ").Trim();
        if (verdict == Verdict.Country && string.IsNullOrEmpty(country))
            return AskCountry(passage, texts);
        if (country?.Length > LongestCountry)
            return Reply.Privately($"The country has {country.Length} characters; at most {LongestCountry} are read. Write its name alone.");
        var entry = new FeedbackEntry(turn.Community!, turn.Member, passage.Id, verdict, country);
        await (await store().ConfigureAwait(false)).PutAsync(entry, cancellation).ConfigureAwait(false);
        return Reply.Privately(texts[verdict == Verdict.Helpful ? "thanks" : "thanksNoted"]) with
        {
            Actions = verdict != Verdict.Helpful && turn.Settings.HelpersChannel is not null && turn.Settings.Has(HumanCommand.Name)
                ? [new ReplyAction(texts["askHuman"], "/" + HumanCommand.Name, ActionKind.Verdict)]
                : [],
        };
    }

    private static string Name(Verdict verdict) => $"{Feature} {verdict.ToString().ToLowerInvariant()}";

    private static Reply AskCountry(Passage passage, Texts texts) => Reply.Privately(texts["whichCountry"]) with
    {
        Form = new Form(texts["wrongCountry"], Says(Verdict.Country, passage), [new FormField(CountryOption, texts["yourCountry"], texts["whyCountry"], LongestCountry)]),
    };
}
