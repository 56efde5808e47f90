using CsCheck;
using NodeBot.Core.Privacy;

namespace NodeBot.Core.Tests.Privacy;

public sealed class RedactorTests
{
    [Theory]
    [InlineData("write to jane.doe+x@mail.example.org today", "write to [removed: e-mail] today")]
    [InlineData("jane (at) example (dot) org", "[removed: e-mail]")]
    [InlineData("my node 198.51.100.7 got it", "my node [removed: IP address] got it")]
    [InlineData("198[.]51[.]100[.]7.", "[removed: IP address].")]
    [InlineData("at 2001:db8::7f and ::1", "at [removed: IP address] and [removed: IP address]")]
    [InlineData("call +49 30 123456-78 or (030) 123 456 78", "call [removed: phone number] or [removed: phone number]")]
    [InlineData("call 555-123-4567", "call [removed: phone number]")]
    [InlineData("pay to DE89 3704 0044 0532 0130 00 now", "pay to [removed: bank account] now")]
    [InlineData("GB29NWBK60161331926819", "[removed: bank account]")]
    [InlineData("customer 1234567890", "customer [removed: number]")]
    [InlineData("card 4111 1111 1111 1111", "card [removed: number]")]
    [InlineData("see https://user:pw@example.org/x", "see [removed: link with a secret]")]
    [InlineData("https://example.org/a?token=abc", "[removed: link with a secret]")]
    [InlineData("https://example.org/i/8f3kd93jf02kd93jf02kd93jf02k", "[removed: link with a secret]")]
    public void What_tells_who_somebody_is_is_taken_out(string text, string kept) => Redactor.Redact(text).Text.ShouldBe(kept);

    [Theory]
    [InlineData("Since 2024-02-17 DSA Art 4 and DDG s. 7(3) hold; 17 U.S.C. 512(a); BGBl. 2024 I Nr. 149; 6:196c BW.")]
    [InlineData("From 2024-02-17 - 2025-02-04 it was so, at 12:30:45.")]
    [InlineData("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32022R2065 says it")]
    [InlineData("https://www.gesetze-im-internet.de/ddg/__7.html")]
    [InlineData("In force on 01.02.2024, published 5/12/2023.")]
    [InlineData("A fine of 10,000 euro, or 1.500.000 at the most.")]
    public void Laws_dates_and_their_links_stay(string text) => Redactor.Redact(text).ShouldSatisfyAllConditions(redaction => redaction.Text.ShouldBe(text), redaction => redaction.Removed.ShouldBeEmpty());

    [Fact]
    public void Each_kind_is_named_once() => Redactor.Redact("a@b.example c@d.example 192.0.2.1").Removed.ShouldBe(["e-mail", "IP address"]);

    [Fact]
    public void Whatever_is_written_is_never_an_error() => Gen.String.Sample(text => Redactor.Redact(text) is not null);

    [Fact]
    public void A_text_made_to_be_slow_is_not() => Redactor.Redact(string.Concat(Enumerable.Repeat("a.", 2000)) + string.Concat(Enumerable.Repeat("1 ", 2000))).ShouldNotBeNull();
}
