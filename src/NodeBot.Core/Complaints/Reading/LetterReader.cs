using System.Globalization;
using System.Text.RegularExpressions;
using NodeBot.Core.Complaints.Playbooks;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>
/// Recognises what a letter is and what stands in it. The text is data: nothing in it is obeyed, and it is not kept. Safe to use from
/// many threads.
/// </summary>
/// <param name="playbooks">Their cues tell the kinds apart.</param>
public sealed partial class LetterReader(IReadOnlyList<Playbook> playbooks)
{
    /// <summary>Longest letter, in characters: about thirty pages.</summary>
    public const int MaxLength = 100_000;

    [GeneratedRegex(@"\b(EST|EDT|PST|PDT|CST|CDT|U\.S\.C|USD|[A-Z]{2} \d{5})\b|\bUS\$|(?<![CA])\$\d|\b(?i:united states district court|civil action no|county of|superior court of|attorneys? at law|district attorney)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex American { get; }

    [GeneratedRegex(@"(?<!\d)(?<a>\d{1,2})/(?<b>\d{1,2})/(20)?\d\d(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slashes { get; }

    private const string OfPolice = "law_enforcement_enquiry";
    private const string OfSeizure = "police_visit_or_seizure";
    private const double LikelyNone = 0.7;
    private const string OfCourt = "court_order_or_subpoena";

    private readonly KindRecogniser _kinds = new(playbooks);
    private readonly DemandFinder _demands = new();

    /// <param name="text">The letter; what is longer than <see cref="MaxLength"/> is not read.</param>
    /// <param name="received">When it arrived: periods count from then.</param>
    /// <returns>What was recognised; without a kind, nothing else either.</returns>
    public LetterFinding Read(string text, DateOnly received)
    {
        try
        {
            return ReadText(text[..Math.Min(text.Length, MaxLength)], received);
        }
        catch (RegexMatchTimeoutException)
        {
            // Made to take long: no letter.
            return new LetterFinding();
        }
    }

    private LetterFinding ReadText(string text, DateOnly received)
    {
        var letter = LetterText.Of(text);
        var country = Try(() => CountryOfSender.Find(letter));
        var amount = Try(() => AmountFinder.Find(letter.Own, country) ?? AmountFinder.Find(letter.All, country));
        var claimant = Try(() => PartyFinder.Claimant(letter.All));
        var hasAddress = AddressFinder.StandsIn(letter.All);
        var own = Skeleton.Words(letter.Own);
        var (said, threatened) = Threats.Split(letter.Own);
        var (kind, confidence, alternatives) = _kinds.Recognise(Skeleton.Words(said), Skeleton.Words(threatened), Skeleton.Words(letter.Quoted), hasAddress, amount is not null && claimant is not null);
        if (kind is null)
            return new LetterFinding { Confidence = confidence };
        if (kind != OfSeizure && OrdinaryMail.Is(own, letter.Own, hasAddress))
            return new LetterFinding { Confidence = LikelyNone };
        var isAmerican = IsAmerican(letter.All);
        var deadline = Try(() => DeadlineFinder.Find(letter, received, isAmerican));
        var demands = _demands.Find(own);
        var (ip, port) = Try(() => AddressFinder.Find(letter.All));
        var written = new WrittenText(text);
        return new LetterFinding
        {
            Kind = kind,
            Confidence = confidence,
            Alternatives = alternatives,
            Deadline = deadline,
            Amount = amount,
            Country = country,
            Ip = ip,
            Port = port,
            // Of several addresses each has a time of its own.
            IncidentAt = ip is null && hasAddress ? null : Try(() => IncidentFinder.Find(letter.All, received, isAmerican)),
            Claimant = Try(() => written.Name(claimant)),
            Sender = Try(() => written.Name(PartyFinder.Sender(letter))),
            References = Try(() => ReferenceFinder.Find(letter.All).Select(written.Name).OfType<string>().ToList()) ?? [],
            Demands = [.. demands.Where(demand => demand is not (DemandFinder.Court or DemandFinder.Police or DemandFinder.ThreatToLife))],
            RedFlags = RedFlags(kind, demands, deadline, received),
        };
    }

    // A field that a text makes too costly is not read.
    private static T? Try<T>(Func<T?> find)
    {
        try
        {
            return find();
        }
        catch (RegexMatchTimeoutException)
        {
            return default;
        }
    }

    private static List<string> RedFlags(string kind, List<string> found, DateOnly? deadline, DateOnly received)
    {
        var flags = new List<string>();
        if (kind == OfCourt || found.Contains(DemandFinder.Court))
            flags.Add(DemandFinder.Court);
        if (kind == OfPolice || found.Contains(DemandFinder.Police))
            flags.Add(DemandFinder.Police);
        if (deadline is { } day && day.DayNumber - received.DayNumber <= 2)
            flags.Add("deadline_48h");
        if (found.Contains("sign_declaration"))
            flags.Add("sign");
        if (found.Contains("pay"))
            flags.Add("pay");
        if (found.Contains(DemandFinder.ThreatToLife))
            flags.Add(DemandFinder.ThreatToLife);
        return flags;
    }

    // Dollars, American zones and a five-digit code after a state speak for months first.
    private static bool IsAmerican(string text)
    {
        var numbers = Slashes.Matches(text);
        // A date that can be read in one way only tells how the others are meant.
        var isMonthFirst = numbers.Any(match => int.Parse(match.Groups["b"].Value, CultureInfo.InvariantCulture) > 12);
        var isDayFirst = numbers.Any(match => int.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture) > 12);
        return isMonthFirst != isDayFirst ? isMonthFirst : American.IsMatch(text);
    }
}
