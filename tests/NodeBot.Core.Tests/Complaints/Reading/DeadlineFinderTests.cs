using NodeBot.Core.Complaints.Reading;

namespace NodeBot.Core.Tests.Complaints.Reading;

public sealed class DeadlineFinderTests
{
    // A Tuesday.
    private static readonly DateOnly Received = new(2026, 11, 24);

    [Theory]
    [InlineData("Please reply by 24 December 2026.", "2026-12-24")]
    [InlineData("We require your written answer no later than 5:00 pm on Friday, December 4, 2026.", "2026-12-04")]
    [InlineData("Deadline for your response: 2026-12-01", "2026-12-01")]
    [InlineData("Sign and return the undertaking before close of business on 7th December 2026.", "2026-12-07")]
    [InlineData("Payment is due on Dec. 9, 2026.", "2026-12-09")]
    [InlineData("You have 72 hours to respond to this ticket.", "2026-11-27")]
    [InlineData("Please remove the content within seven (7) days of receipt of this notice.", "2026-12-01")]
    [InlineData("We expect a reply in the next five working days.", "2026-12-01")]
    [InlineData("If you do not comply within a fortnight we will issue proceedings.", "2026-12-08")]
    [InlineData("A response is required within the statutory period of one month.", "2026-12-24")]
    [InlineData("Please answer by Friday.", "2026-11-27")]
    [InlineData("Please confirm by tomorrow noon.", "2026-11-25")]
    [InlineData("Reply today before midnight.", "2026-11-24")]
    [InlineData("Please let us know by 3 Dec who used the address.", "2026-12-03")]
    [InlineData("Bitte antworten Sie bis zum 1. Dezember 2026, 12:00 Uhr.", "2026-12-01")]
    [InlineData("Hierfür haben wir uns den 02.12.2026 als Frist notiert.", "2026-12-02")]
    [InlineData("Den Betrag erwarten wir spätestens am Donnerstag, den 03.12.26, auf unserem Konto.", "2026-12-03")]
    [InlineData("Wir setzen Ihnen eine Frist von zehn Tagen nach Zugang.", "2026-12-04")]
    [InlineData("Geben Sie die Erklärung innerhalb der nächsten zwei Wochen ab.", "2026-12-08")]
    [InlineData("Stellungnahme binnen 24 Stunden erbeten.", "2026-11-25")]
    [InlineData("Ihre Auskunft muss innert 5 Arbeitstagen eingehen.", "2026-12-01")]
    [InlineData("Bitte melden Sie sich bis 30.11. bei uns.", "2026-11-30")]
    [InlineData("Wij ontvangen uw reactie graag vóór 1 december 2026.", "2026-12-01")]
    [InlineData("U dient uiterlijk op vrijdag 4 december 2026 te betalen.", "2026-12-04")]
    [InlineData("Gelieve binnen acht dagen na heden te antwoorden.", "2026-12-02")]
    [InlineData("Wij geven u 48 uur om het probleem op te lossen.", "2026-11-26")]
    [InlineData("U krijgt een termijn van drie weken om te reageren.", "2026-12-15")]
    [InlineData("Nous vous prions de répondre au plus tard le 2 décembre 2026.", "2026-12-02")]
    [InlineData("Vous voudrez bien régler cette somme avant le 10/12/2026.", "2026-12-10")]
    [InlineData("Merci de cesser ces agissements sous quinzaine.", "2026-12-09")]
    [InlineData("Vous disposez d'un délai de quinze jours pour nous répondre.", "2026-12-09")]
    [InlineData("Merci de nous transmettre les données d'ici le 1er décembre 2026.", "2026-12-01")]
    [InlineData("Veuillez répondre sous 5 jours ouvrés.", "2026-12-01")]
    [InlineData("Le rogamos que conteste a más tardar el 1 de diciembre de 2026.", "2026-12-01")]
    [InlineData("Deberá abonar la cantidad en el plazo máximo e improrrogable de siete días naturales.", "2026-12-01")]
    [InlineData("Le concedemos un plazo de 48 horas para responder.", "2026-11-26")]
    [InlineData("Responda antes del viernes, 4 de diciembre de 2026.", "2026-12-04")]
    [InlineData("Si no retira el contenido dentro de las próximas 24 horas, suspenderemos el servicio.", "2026-11-25")]
    [InlineData("Reply by 1 December 2026; payment is due by 15 December 2026.", "2026-12-01")]
    [InlineData("Please respond within 14 days, that is by 7 December 2026.", "2026-12-07")]
    public void A_deadline_is_found(string sentence, string expected) => Find(sentence).ShouldBe(DateOnly.Parse(expected, null));

    [Theory]
    [InlineData("Berlin, 16 November 2026\n\nPlease pay within 10 days of the date of this letter.", "2026-11-26")]
    [InlineData("Köln, den 16.11.2026\n\nWir erwarten Ihre Zahlung innerhalb von 14 Tagen ab Datum dieses Schreibens.", "2026-11-30")]
    [InlineData("Utrecht, 16 november 2026\n\nWij verzoeken u binnen veertien dagen na dagtekening te betalen.", "2026-11-30")]
    [InlineData("Lyon, le 16 novembre 2026\n\nMerci de régler dans un délai de dix jours à compter de la date de la présente.", "2026-11-26")]
    public void A_period_counts_from_the_letter_s_day_where_it_says_so(string letter, string expected) => Find(letter).ShouldBe(DateOnly.Parse(expected, null));

    [Theory]
    [InlineData("The attack happened on 20 November 2026.")]
    [InlineData("We recorded 300 attempts within 24 hours.")]
    [InlineData("Our team will reply within 3 business days.")]
    [InlineData("The hearing takes place on 15 January 2027.")]
    [InlineData("The logs are kept until 1 December 2026.")]
    [InlineData("Scans were seen from 1 November until 20 November 2026.")]
    [InlineData("Dated 1 December 2025. Please reply.")]
    [InlineData("In den letzten 7 Tagen gab es viele Beschwerden.")]
    [InlineData("Invoice of 3 December 2026 enclosed.")]
    [InlineData("Le plazo... el día 3 de octubre de 2026 se produjo el acceso.")]
    [InlineData("")]
    public void What_is_no_deadline_is_left_alone(string sentence) => Find(sentence).ShouldBeNull();

    [Theory]
    [InlineData("Please reply by 12/11/2026.", true, "2026-12-11")]
    [InlineData("Please reply by 11/12/2026.", false, "2026-12-11")]
    public void Numbers_are_read_as_the_country_writes_them(string sentence, bool isAmerican, string expected) =>
        DeadlineFinder.Find(LetterText.Of(sentence), Received, isAmerican).ShouldBe(DateOnly.Parse(expected, null));

    private static DateOnly? Find(string text) => DeadlineFinder.Find(LetterText.Of(text), Received, false);
}
