using NodeBot.Core.Conversation;

namespace NodeBot.Core.Tests.Conversation;

public sealed class TextsTests
{
    [Theory]
    [InlineData("de")]
    [InlineData("nl")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("ru")]
    [InlineData("uk")]
    public void Every_text_is_translated(string language)
    {
        var english = Texts.For("en").Keys.ToHashSet();
        english.Except(Texts.For(language).Keys).ShouldBeEmpty();
        // What English has in the specs instead: names, descriptions and menus.
        Texts.For(language).Keys.Except(english).ShouldAllBe(key => key.EndsWith(".name") || key.EndsWith(".description") || key.EndsWith(".menu"));
        Texts.For(language).Keys.Except(english).Order().ShouldBe(Texts.For("de").Keys.Except(english).Order());
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("es-419", "es")]
    [InlineData("pt-BR", "en")]
    [InlineData("", "en")]
    public void A_language_without_texts_gets_English(string asked, string given) => Texts.For(asked).ShouldBeSameAs(Texts.For(given));

    [Fact]
    public void Labels_of_buttons_and_forms_fit()
    {
        foreach (var language in Texts.Languages)
        {
            var texts = Texts.For(language);
            foreach (var key in new[] { "helpful", "unhelpful", "wrongCountry", "askHuman", "yourCountry", "yourQuestion" })
                texts[key].Length.ShouldBeLessThanOrEqualTo(45, $"{language} {key}");
            foreach (var key in new[] { "whyCountry", "humanSees" })
                texts[key].Length.ShouldBeLessThanOrEqualTo(100, $"{language} {key}");
        }
    }
}
