using System.Text.Json;
using NodeBot.Core.Complaints.Reading;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Tests.Complaints.Reading;

/// <summary>The sample letters in <c>knowledge/evaluation/letters</c>: five languages, with noise and a scanner's errors.</summary>
public sealed class SampleLetterTests
{
    private const double KindFloor = 0.90;
    private const double DeadlineFloor = 0.95;

    private static readonly string Folder = Path.Combine(Folders.Knowledge, "evaluation", "letters");
    private static readonly LetterReader Reader = new(KnowledgeLoader.Load(Folders.Knowledge).Knowledge!.Playbooks);
    private static readonly List<(string Name, string Text, SampleLetter Expected, LetterFinding Found)> All = [.. Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal).Select(Load)];

    [Fact]
    public void There_are_sixty_of_every_kind_and_in_five_languages()
    {
        All.Count.ShouldBeGreaterThanOrEqualTo(60);
        All.Select(letter => letter.Expected.Kind).Distinct().Count().ShouldBe(12);
        All.Select(letter => letter.Expected.Language).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void The_kind_is_right_in_nine_of_ten() =>
        Share(letter => letter.Found.Kind == letter.Expected.Kind, letter => $"{letter.Found.Kind} for {letter.Expected.Kind}").ShouldBeGreaterThanOrEqualTo(KindFloor);

    [Fact]
    public void The_deadline_is_right_or_right_to_be_none_in_nineteen_of_twenty() =>
        Share(letter => letter.Found.Deadline == letter.Expected.Deadline, letter => $"{letter.Found.Deadline:O} for {letter.Expected.Deadline:O}").ShouldBeGreaterThanOrEqualTo(DeadlineFloor);

    [Fact]
    public void Nothing_is_invented()
    {
        var invented = new List<string>();
        foreach (var (name, text, expected, found) in All)
        {
            void Check(string field, object? value, object? wanted)
            {
                if (value is not null && !Equals(value, wanted))
                    invented.Add($"{name}: {field} {value} for {wanted ?? "none"}");
            }

            Check("ip", found.Ip, expected.Ip);
            Check("port", found.Port, expected.Port);
            Check("amount", found.Amount, expected.Amount);
            Check("incidentAt", found.IncidentAt, expected.IncidentAt);
            Check("country", found.Country, expected.Country);
            foreach (var reference in found.References.Where(reference => !text.Contains(reference, StringComparison.Ordinal) || !expected.References.Contains(reference)))
                invented.Add($"{name}: reference {reference}");
            foreach (var party in new[] { found.Sender, found.Claimant }.OfType<string>().Where(party => !Flat(text).Contains(Flat(party), StringComparison.OrdinalIgnoreCase)))
                invented.Add($"{name}: party {party}");
        }

        invented.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_letter_says_is_found_in_most()
    {
        Recall(letter => letter.Ip, found => found.Ip).ShouldBeGreaterThanOrEqualTo(0.95);
        Recall(letter => letter.Amount, found => found.Amount).ShouldBeGreaterThanOrEqualTo(0.9);
        Recall(letter => letter.IncidentAt, found => found.IncidentAt).ShouldBeGreaterThanOrEqualTo(0.9);
        Recall(letter => letter.Country, found => found.Country).ShouldBeGreaterThanOrEqualTo(0.8);
        Recall(letter => letter.Claimant, found => found.Claimant).ShouldBeGreaterThanOrEqualTo(0.8);
        Recall(letter => letter.Sender is { } sender ? Flat(sender).ToUpperInvariant() : null, found => found.Sender is { } sender ? Flat(sender).ToUpperInvariant() : null).ShouldBeGreaterThanOrEqualTo(0.7);
        Recall(letter => letter.References is [{ } first, ..] ? first : null, found => found.References is [{ } first, ..] ? first : null).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public void An_alarm_is_raised_where_there_is_one()
    {
        var missed = All.SelectMany(letter => letter.Expected.RedFlags.Except(letter.Found.RedFlags), (letter, flag) => $"{letter.Name}: {flag}").ToList();
        missed.Count.ShouldBeLessThanOrEqualTo(All.Sum(letter => letter.Expected.RedFlags.Count) / 10, string.Join('\n', missed));
    }

    [Fact]
    public void A_letter_that_gives_orders_is_read_like_any_other()
    {
        var injected = All.Single(letter => letter.Name.Contains("injection"));
        injected.Found.Kind.ShouldBe("law_firm_demand");
        injected.Found.Deadline.ShouldBe(injected.Expected.Deadline);
    }

    private static double Share(Func<(string Name, string Text, SampleLetter Expected, LetterFinding Found), bool> isRight, Func<(string Name, string Text, SampleLetter Expected, LetterFinding Found), string> what)
    {
        foreach (var letter in All.Where(letter => !isRight(letter)))
            TestContext.Current.TestOutputHelper?.WriteLine($"{letter.Name}: {what(letter)}");
        return All.Count(isRight) / (double)All.Count;
    }

    private static double Recall(Func<SampleLetter, string?> wanted, Func<LetterFinding, string?> found)
    {
        var with = All.Where(letter => wanted(letter.Expected) is not null).ToList();
        foreach (var letter in with.Where(letter => wanted(letter.Expected) != found(letter.Found)))
            TestContext.Current.TestOutputHelper?.WriteLine($"{letter.Name}: {found(letter.Found) ?? "none"} for {wanted(letter.Expected)}");
        return with.Count(letter => wanted(letter.Expected) == found(letter.Found)) / (double)with.Count;
    }

    private static string Flat(string text) => string.Join(' ', text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static (string, string, SampleLetter, LetterFinding) Load(string file)
    {
        var text = File.ReadAllText(file);
        var expected = JsonSerializer.Deserialize<SampleLetter>(File.ReadAllText(Path.ChangeExtension(file, "json")), JsonSerializerOptions.Web)!;
        return (Path.GetFileNameWithoutExtension(file), text, expected, Reader.Read(text, expected.Received));
    }
}
