using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Complaints.Playbooks;

namespace NodeBot.Core.Tests.Complaints.Cases;

public sealed class AnswerReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private readonly AnswerReader _reader = new(new CountryNames([]));

    [Theory]
    [InlineData(QuestionKind.Date, "24.12.2026", "2026-12-24")]
    [InlineData(QuestionKind.Date, "24 December 2026", "2026-12-24")]
    [InlineData(QuestionKind.Date, "24. Dezember 2026", "2026-12-24")]
    [InlineData(QuestionKind.Date, "24 décembre 2026", "2026-12-24")]
    [InlineData(QuestionKind.Date, "December 24, 2026", "2026-12-24")]
    [InlineData(QuestionKind.Date, "tomorrow", "2026-11-25")]
    [InlineData(QuestionKind.Amount, "1.215,80 €", "1215.80 EUR")]
    [InlineData(QuestionKind.Amount, "$1,215.80", "1215.80 USD")]
    [InlineData(QuestionKind.Amount, "915 EUR", "915.00 EUR")]
    [InlineData(QuestionKind.Amount, "1.000 EUR", "1000.00 EUR")]
    [InlineData(QuestionKind.Amount, "chf 1'500.-", null)]
    [InlineData(QuestionKind.Ip, "192.0.2.17", "192.0.2.17")]
    [InlineData(QuestionKind.Ip, "2001:DB8::1", "2001:db8::1")]
    [InlineData(QuestionKind.Ip, "17", null)]
    [InlineData(QuestionKind.Country, "Poland", "PL")]
    [InlineData(QuestionKind.Country, "uk", "GB")]
    [InlineData(QuestionKind.Text, " two\nlines‮ ", "two lines")]
    public void What_people_write_is_read(QuestionKind kind, string typed, string? kept)
    {
        var (value, problem) = _reader.Read(new PlaybookQuestion("q", "?", "!", kind), typed, Today);
        value.ShouldBe(kept);
        (problem is null).ShouldBe(kept is not null);
    }
}
