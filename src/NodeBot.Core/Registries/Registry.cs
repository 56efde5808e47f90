using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Registries;

/// <summary>A Regional Internet Registry, and what can be written into it.</summary>
/// <param name="Id">Lower case: <c>ripe-ncc</c>.</param>
/// <param name="Name">As it calls itself.</param>
/// <param name="Region">In words.</param>
/// <param name="Countries">ISO 3166-1 alpha-2 codes of covered countries; not all that it serves.</param>
/// <param name="Rdap">Base address of its RDAP service, ending with a slash (RFC 9224).</param>
/// <param name="Whois">Its whois server.</param>
/// <param name="Holder">What a holder of address space can do, a sentence or more each.</param>
/// <param name="Customer">What a customer of a provider can do.</param>
/// <param name="AbuseObject">What shows the abuse contact.</param>
/// <param name="Individuals">What holds for private persons.</param>
/// <param name="Sources">Where it comes from.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="AsOf">Up to when it can be vouched for.</param>
public sealed record Registry(
    string Id,
    string Name,
    string Region,
    IReadOnlyList<string> Countries,
    string Rdap,
    string Whois,
    IReadOnlyList<string> Holder,
    IReadOnlyList<string> Customer,
    string AbuseObject,
    string Individuals,
    IReadOnlyList<SourceReference> Sources,
    Confidence Confidence,
    string AsOf)
{
    /// <summary>Id of the passage that cites it.</summary>
    public string PassageId => "registry/" + Id;
}
