using System.Text;

namespace NodeBot.Core.Jurisdictions;

/// <summary>The sentences that say what stands in an entry; the same for passages, commands and pages.</summary>
public static class JurisdictionWords
{
    /// <summary>Said wherever the article or its present state is not sure.</summary>
    public const string NotSure = "Check this: not sure of the article.";

    /// <returns>The risk level in one or two words.</returns>
    public static string Level(JurisdictionRisk risk) => risk switch
    {
        JurisdictionRisk.Normal => "normal risk",
        JurisdictionRisk.Elevated => "elevated risk",
        _ => "restricted",
    };

    /// <returns>What the risk level means, in a sentence.</returns>
    public static string Meaning(JurisdictionRisk risk) => risk switch
    {
        JurisdictionRisk.Normal => "Normal risk: expect the usual complaints and letters, and answer them in time.",
        JurisdictionRisk.Elevated => "Elevated risk: there are extra duties, or orders that can touch a node. Read the conditions before you start.",
        _ => "Restricted: we advise against running an exit here. Run it in another country, or run a relay without exit traffic if that is lawful for you.",
    };

    /// <returns>Today's rule in a few sentences.</returns>
    public static string Rule(Jurisdiction jurisdiction)
    {
        var rule = jurisdiction.Rule;
        var text = new StringBuilder(rule.Statute).Append(": ").Append(rule.Article).Append('.');
        if (rule.InForceSince is not null)
            text.Append(" In force since ").Append(rule.InForceSince).Append('.');
        if (rule.Replaces is not null)
            text.Append(" Replaces: ").Append(rule.Replaces.TrimEnd('.')).Append('.');
        if (jurisdiction is { DsaApplies: true, Code: not "EU" })
            text.Append(" The Digital Services Act holds here: name its Article 4 first.");
        return text.ToString();
    }

    /// <returns>The whole entry as a passage's text: paragraphs separated by a blank line.</returns>
    public static string Whole(Jurisdiction jurisdiction)
    {
        List<string> paragraphs =
        [
            $"The rule for conduits in {jurisdiction.Name} today: {Rule(jurisdiction)}",
            jurisdiction.Summary,
            jurisdiction.Letters,
            jurisdiction.Conditions,
            Meaning(jurisdiction.Risk),
        ];
        return string.Join("\n\n", paragraphs);
    }
}
