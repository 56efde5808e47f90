using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Organisations;
using NodeBot.Core.Providers;

namespace NodeBot.Core.Jurisdictions;

/// <summary>Shows, compares and posts countries.</summary>
public sealed class JurisdictionReplies(KnowledgeBase knowledge)
{
    /// <returns>All that is known of one country.</returns>
    public Reply Show(Jurisdiction jurisdiction, Turn turn)
    {
        var code = jurisdiction.Code;
        List<ReplyAction> actions = [new("Who can help there", $"/{OrganisationListCommand.Name} {code}")];
        // Where we advise against an exit, nobody needs a host for one; the Union is no place to rent in.
        if (jurisdiction.Risk != JurisdictionRisk.Restricted && code != "EU")
            actions.Add(new ReplyAction("Hosts and providers there", $"/{ProviderListCommand.Name} {code}"));
        if (turn.Community is not null)
            actions.Add(new ReplyAction("Something has changed", $"/{JurisdictionReportCommand.Name} {code}"));
        return new Reply(Blocks(jurisdiction), actions);
    }

    /// <returns>A summary to post into a channel, with what has changed since the last one.</returns>
    /// <param name="jurisdiction">The country.</param>
    /// <param name="before">The fields that were posted last; null for the first time.</param>
    public Reply Summary(Jurisdiction jurisdiction, string? before)
    {
        var blocks = Blocks(jurisdiction);
        var changes = before is null ? [] : Differences(jurisdiction, before);
        if (changes.Count > 0)
            blocks.InsertRange(blocks.Count - 1, [new HeadingBlock("Changed since the last summary"), .. changes]);
        return new Reply(blocks, [new ReplyAction("Who can help there", $"/{OrganisationListCommand.Name} {jurisdiction.Code}")]);
    }

    /// <returns>What has changed in a country's entry.</returns>
    /// <param name="jurisdiction">The country as it is now.</param>
    /// <param name="before">The fields that were posted last.</param>
    public static Reply Changes(Jurisdiction jurisdiction, string before) => new(
        [
            new HeadingBlock($"{jurisdiction.Name}: what I know has changed"),
            .. Differences(jurisdiction, before),
            Sources(jurisdiction),
            new DisclaimerBlock(),
        ],
        [new ReplyAction($"Show {jurisdiction.Name}", $"/{JurisdictionShowCommand.Name} {jurisdiction.Code}")]);

    /// <returns>Two or three countries side by side: a block for each aspect, a line for each country.</returns>
    public static Reply Compare(IReadOnlyList<Jurisdiction> jurisdictions) => new(
        [
            new HeadingBlock(string.Join(" / ", jurisdictions.Select(jurisdiction => jurisdiction.Name))),
            .. Aspects(jurisdictions).SelectMany(aspect => new Block[]
            {
                new HeadingBlock(aspect.Name),
                new TextBlock(string.Join('\n', aspect.Texts.Select((text, i) => $"{jurisdictions[i].Name}: {text}"))),
            }),
            new DisclaimerBlock(),
        ],
        [.. jurisdictions.Select(jurisdiction => new ReplyAction($"Show {jurisdiction.Name}", $"/{JurisdictionShowCommand.Name} {jurisdiction.Code}"))]);

    /// <returns>What is compared, with a text for each country.</returns>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Texts)> Aspects(IReadOnlyList<Jurisdiction> jurisdictions)
    {
        (string, IReadOnlyList<string>) Aspect(string name, Func<Jurisdiction, string> text) => (name, [.. jurisdictions.Select(text)]);
        return
        [
            Aspect("Risk", jurisdiction => JurisdictionWords.Meaning(jurisdiction.Risk)),
            Aspect("Today's rule", JurisdictionWords.Rule),
            Aspect("What it means", jurisdiction => jurisdiction.Summary),
            Aspect("What letters look like", jurisdiction => jurisdiction.Letters),
            Aspect("Conditions", jurisdiction => jurisdiction.Conditions),
            Aspect("Registry", jurisdiction => jurisdiction.Registry),
            Aspect("How sure", How),
        ];
    }

    /// <returns>Date and confidence, and the warning where the article is not sure.</returns>
    public static string How(Jurisdiction jurisdiction)
    {
        var sure = $"As of {jurisdiction.AsOf}, confidence {jurisdiction.Confidence.ToString().ToLowerInvariant()}.";
        return jurisdiction.Confidence == Confidence.Low ? $"{sure} {JurisdictionWords.NotSure}" : sure;
    }

    private List<Block> Blocks(Jurisdiction jurisdiction)
    {
        var blocks = new List<Block> { new HeadingBlock($"{jurisdiction.Name} ({jurisdiction.Code}): {JurisdictionWords.Level(jurisdiction.Risk)}") };
        blocks.Add(new TextBlock(JurisdictionWords.Meaning(jurisdiction.Risk)));
        if (jurisdiction.GuidePassage is { } id && knowledge.Find(id) is { } guide)
        {
            blocks.Add(new HeadingBlock("What the guide says"));
            blocks.Add(AskCommand.Quote(guide, guide.Text, 0, leads: true));
        }

        blocks.Add(new HeadingBlock("The rule today"));
        if (jurisdiction.Confidence == Confidence.Low)
            blocks.Add(new TextBlock(JurisdictionWords.NotSure));
        blocks.Add(new TextBlock($"{JurisdictionWords.Rule(jurisdiction)}\n{jurisdiction.Summary}"));
        blocks.Add(new HeadingBlock("What letters look like"));
        blocks.Add(new TextBlock(jurisdiction.Letters));
        blocks.Add(new HeadingBlock("Conditions"));
        blocks.Add(new TextBlock(jurisdiction.Conditions));
        blocks.Add(new TextBlock($"Registry of its addresses: {jurisdiction.Registry}."));
        blocks.Add(Sources(jurisdiction));
        blocks.Add(new DisclaimerBlock());
        return blocks;
    }

    private static LinksBlock Sources(Jurisdiction jurisdiction) => new(How(jurisdiction) + " Sources:", jurisdiction.Sources);

    private static List<TextBlock> Differences(Jurisdiction jurisdiction, string before) =>
    [
        .. JurisdictionFields.Differences(before, JurisdictionFields.Write(jurisdiction))
            .Select(field => new TextBlock($"{field.Name}\nBefore: {Or(field.Before)}\nNow: {Or(field.Now)}")),
    ];

    private static string Or(string text) => text.Length == 0 ? "nothing" : text;
}
