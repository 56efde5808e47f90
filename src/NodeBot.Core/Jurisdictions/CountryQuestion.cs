using NodeBot.Core.Conversation;
using NodeBot.Core.Organisations;

namespace NodeBot.Core.Jurisdictions;

/// <summary>Reads the country that a command was given, or says what to do instead.</summary>
public sealed class CountryQuestion(CountryFinder countries)
{
    /// <summary>Longest name that is read.</summary>
    public const int MaxLength = 60;

    // Members of the Union: where none of their own rules is described, those of the Union hold all the same.
    private static readonly HashSet<string> Union =
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ];

    public CountryFinder Countries => countries;

    /// <summary>What is proposed while a person types.</summary>
    public IReadOnlyList<OptionChoice> Choices => [.. countries.Covered.Select(jurisdiction => new OptionChoice(jurisdiction.Name, jurisdiction.Code))];

    /// <returns>Whether a country belongs to the European Union.</returns>
    public static bool IsInUnion(string code) => Union.Contains(code);

    /// <param name="text">What was typed; null or empty for nothing.</param>
    /// <param name="command">The command to go on with, such as <c>/jurisdiction show</c>.</param>
    /// <returns>The covered country, or the reply that says what is wrong and what to do instead.</returns>
    public (Jurisdiction? Jurisdiction, Reply? Instead) Read(string? text, string command)
    {
        if (string.IsNullOrWhiteSpace(text))
            return (null, Reply.Privately($"Which country? Write its name or code behind {command}. I cover: {Covered()}."));
        var match = countries.Find(text);
        if (match.Code is not null)
            return countries.Jurisdiction(match.Code) is { } found ? (found, null) : (null, NotCovered(match.Code, command));
        if (match.Candidates.Count > 0)
        {
            return (null, Reply.Privately($"I am not sure which country you mean. Is it one of these: {string.Join(", ", match.Candidates.Select(countries.NameOf))}?") with
            {
                Actions = [.. match.Candidates.Take(5).Select(code => new ReplyAction(countries.NameOf(code), $"{command} {code}"))],
            });
        }

        return (null, Reply.Privately($"I do not know that country. Write its name or its two-letter code. I cover: {Covered()}."));
    }

    private Reply NotCovered(string code, string command)
    {
        var name = countries.NameOf(code);
        var instead = Union.Contains(code) && countries.Jurisdiction("EU") is not null
            ? "It is a member of the European Union, so the Union's rule (Digital Services Act, Art 4) holds there: read that, and ask a lawyer there about the rest."
            : "Ask a lawyer there before you run an exit, or one of the organisations that help across countries.";
        return Reply.Privately($"I have nothing checked on the law of {name}. {instead} I cover: {Covered()}.") with
        {
            Actions =
            [
                .. Union.Contains(code) && countries.Jurisdiction("EU") is not null ? [new ReplyAction("European Union", $"{command} EU")] : Array.Empty<ReplyAction>(),
                new ReplyAction("Who can help", $"/{OrganisationListCommand.Name} {code}"),
            ],
        };
    }

    private string Covered() => string.Join(", ", countries.Covered.Select(jurisdiction => jurisdiction.Name));
}
