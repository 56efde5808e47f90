using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Providers;
using NodeBot.Web.Guide;

namespace NodeBot.Web.Countries;

/// <summary>Countries as a map and a table, each on its page, side by side; and the providers.</summary>
internal static class CountryEndpoints
{
    public const string ListPath = "/jurisdictions";
    public const string ComparePath = "/jurisdictions/compare";
    public const string ProvidersPath = "/providers";

    // Longest text that is searched for.
    private const int LongestSearch = 80;

    public static void MapCountries(this IEndpointRouteBuilder app)
    {
        app.MapGet(ListPath, (string? risk, KnowledgeBase knowledge) =>
            new RazorComponentResult<CountriesPage>(new { knowledge.Jurisdictions, Risk = Choice<JurisdictionRisk>(risk) })).ExcludeFromDescription();
        app.MapGet(ComparePath, Compare).ExcludeFromDescription();
        app.MapGet(ListPath + "/{code}", IResult (string code, KnowledgeBase knowledge, CountryFinder countries) =>
            countries.Jurisdiction(code.ToUpperInvariant()) is { } jurisdiction
                ? new RazorComponentResult<CountryPage>(new { Jurisdiction = jurisdiction, Knowledge = knowledge })
                : new RazorComponentResult<NotFoundPage> { StatusCode = StatusCodes.Status404NotFound }).ExcludeFromDescription();
        app.MapGet(ProvidersPath, Providers).ExcludeFromDescription();
    }

    private static RazorComponentResult<ComparePage> Compare(string[]? c, KnowledgeBase knowledge, CountryFinder countries)
    {
        // Also c=de,nl, as people type it into an address.
        var asked = (c ?? []).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Take(50).ToList();
        var found = asked.Select(name => countries.Find(name).Code).OfType<string>().Select(countries.Jurisdiction).OfType<Jurisdiction>().Distinct().ToList();
        var problem = (asked.Count, found.Count) switch
        {
            (_, < 2) => "Choose two or three countries.",
            (_, > JurisdictionCompareCommand.Most) => $"You chose {found.Count} countries; here are the first {JurisdictionCompareCommand.Most}.",
            var (wanted, got) when wanted > got => "One of the countries is not known here, or was named twice.",
            _ => null,
        };
        return new RazorComponentResult<ComparePage>(new { Chosen = found.Take(JurisdictionCompareCommand.Most).ToList(), All = knowledge.Jurisdictions, Problem = problem });
    }

    private static RazorComponentResult<ProvidersPage> Providers(string? q, string? country, string? exits, KnowledgeBase knowledge, CountryFinder countries, TimeProvider time)
    {
        var search = q?.Trim() ?? "";
        search = search[..Math.Min(search.Length, LongestSearch)];
        var stance = Choice<ExitStance>(exits);
        var code = country is { Length: 2 } ? country.ToUpperInvariant() : null;
        var found = search.Length == 0 ? knowledge.Providers.All : new ProviderFinder(knowledge.Providers).Search(search);
        return new RazorComponentResult<ProvidersPage>(new
        {
            Found = found.Where(provider => (code is null || provider.Countries.Contains(code)) && (stance is null || provider.Exits == stance)).ToList(),
            knowledge.Providers,
            countries.Names,
            Now = time.GetUtcNow(),
            Search = search,
            Country = code,
            Stance = stance,
        });
    }

    private static TEnum? Choice<TEnum>(string? text)
        where TEnum : struct, Enum => text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) ? value : null;
}
