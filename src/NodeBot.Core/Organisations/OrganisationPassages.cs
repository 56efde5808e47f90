using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Organisations;

/// <summary>Makes organisations citable. "Who helps me in Austria" asks for the first one there, so that each question has one answer.</summary>
internal sealed class OrganisationPassages(CountryNames names)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public Passage Of(Organisation organisation, IReadOnlyList<string> keywords) => new()
    {
        Id = organisation.PassageId,
        Source = PassageSource.Organisation,
        Title = organisation.Name,
        Section = "Organisations",
        Text = Text(organisation),
        Language = "en",
        AsOf = organisation.AsOf,
        Confidence = organisation.Confidence,
        Sources = [organisation.Source],
        Country = organisation.Country is Organisation.Everywhere ? null : organisation.Country,
        Keywords = keywords,
        Facts = [new Fact("", Questions(organisation))],
    };

    private string Text(Organisation organisation)
    {
        var place = organisation.Country == Organisation.Everywhere ? "works across countries" : $"is in {names.Of(organisation.Country)}";
        List<string?> sentences =
        [
            $"{organisation.Name} ({organisation.Kind}) {place}.",
            "Helps with: " + Sentence(organisation.HelpsWith),
            organisation.NotFor is { } not ? "Not for: " + Sentence(not) : null,
            organisation.Contact is { } contact ? $"Contact: {contact}" : organisation.Url is { } url ? $"Web site: {url}" : null,
        ];
        return string.Join(' ', sentences.OfType<string>());
    }

    private List<AnticipatedQuestion> Questions(Organisation organisation)
    {
        List<AnticipatedQuestion> questions =
        [
            new($"What does {organisation.Name} help with?", "en"),
            new($"how do I contact {organisation.Name}", "en"),
            new($"can {organisation.Name} help me", "en"),
        ];
        if (organisation.Country == Organisation.Everywhere || !_asked.Add(organisation.Country))
            return questions;
        var country = names.Of(organisation.Country);
        questions.Add(new AnticipatedQuestion($"who helps me in {country}", "en"));
        questions.Add(new AnticipatedQuestion($"which organisation helps exit operators in {country}", "en"));
        questions.Add(new AnticipatedQuestion($"digital rights group in {country}", "en"));
        return questions;
    }

    private static string Sentence(string text) => text.TrimEnd().EndsWith('.') ? text.TrimEnd() : text.TrimEnd() + ".";
}
