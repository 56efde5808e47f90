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

    [GeneratedRegex(@"\b(EST|EDT|PST|PDT|CST|CDT|U\.S\.C|USD|United States|Civil Action|UNITED STATES|[A-Z]{2} \d{5})\b|\bUS\$|(?<![CA])\$\d", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex American { get; }

    private static readonly string[] OfPolice = ["law_enforcement_enquiry", "police_visit_or_seizure"];
    private const string OfCourt = "court_order_or_subpoena";

    private readonly KindRecogniser _kinds = new(playbooks);
    private readonly DemandFinder _demands = new();

    /// <param name="text">The letter; what is longer than <see cref="MaxLength"/> is not read.</param>
    /// <param name="received">When it arrived: periods count from then.</param>
    /// <returns>What was recognised; without a kind, nothing else either.</returns>
    public LetterFinding Read(string text, DateOnly received)
    {
        var letter = LetterText.Of(text[..Math.Min(text.Length, MaxLength)]);
        var own = Skeleton.Words(letter.Own);
        var quoted = Skeleton.Words(string.Join('\n', letter.Lines.Where(line => line.IsQuoted).Select(line => line.Text)));
        var (kind, confidence, alternatives) = _kinds.Recognise(own, quoted);
        if (kind is null)
            return new LetterFinding { Confidence = confidence };
        var isAmerican = IsAmerican(letter.All);
        var deadline = DeadlineFinder.Find(letter, received, isAmerican);
        var demands = _demands.Find(own);
        var (ip, port) = AddressFinder.Find(letter.All);
        return new LetterFinding
        {
            Kind = kind,
            Confidence = confidence,
            Alternatives = alternatives,
            Deadline = deadline,
            Amount = AmountFinder.Find(letter.Own) ?? AmountFinder.Find(letter.All),
            Country = CountryOfSender.Find(letter),
            Ip = ip,
            Port = port,
            IncidentAt = IncidentFinder.Find(letter.All, received, isAmerican),
            Claimant = PartyFinder.Claimant(letter.All),
            Sender = PartyFinder.Sender(letter),
            References = ReferenceFinder.Find(letter.All),
            Demands = [.. demands.Where(demand => demand is not (DemandFinder.Court or DemandFinder.Police or DemandFinder.ThreatToLife))],
            RedFlags = RedFlags(kind, demands, deadline, received),
        };
    }

    private static List<string> RedFlags(string kind, List<string> found, DateOnly? deadline, DateOnly received)
    {
        var flags = new List<string>();
        if (kind == OfCourt || found.Contains(DemandFinder.Court))
            flags.Add(DemandFinder.Court);
        if (OfPolice.Contains(kind) || found.Contains(DemandFinder.Police))
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
    private static bool IsAmerican(string text) => American.IsMatch(text);
}
