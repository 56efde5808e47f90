using Microsoft.Playwright;

namespace NodeBot.EndToEnd.Tests.Complaints;

/// <summary>A letter on the web page, from pasting it to a reply in hand.</summary>
public sealed class CasePageTests(RunningBot bot, Browser browser)
{
    private const string Letter = """
        RECHTSANWÄLTE WINTER & KOLLEGEN
        Köln, den 03.11.2026
        Unser Zeichen: 2026/4711-WK

        Abmahnung

        Namens und in Vollmacht der Nordlicht Film GmbH zeigen wir an, dass über Ihren Anschluss mit der IP-Adresse 192.0.2.17
        das Filmwerk "Der letzte Leuchtturm" angeboten wurde. Bitte unterzeichnen Sie die beigefügte strafbewehrte
        Unterlassungserklärung innerhalb von 14 Tagen nach Zugang und zahlen Sie den Vergleichsbetrag von 915,00 EUR.
        <img src=x onerror=document.title='owned'>

        Hochachtungsvoll
        Dr. Petra Winter, Rechtsanwältin
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_letter_is_pasted_confirmed_walked_through_and_answered(bool script)
    {
        var page = await browser.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = script });
        await page.GotoAsync(new Uri(bot.Address, "/complaint").ToString());
        await page.GetByLabel("The letter, without your name and address").FillAsync(Letter);
        await page.GetByRole(AriaRole.Button, new() { Name = "Explain this letter" }).ClickAsync();
        var answer = page.Locator(".answer").Last;
        await Assertions.Expect(answer).ToContainTextAsync("This looks like: Cease and desist or settlement demand of a law firm");
        await Assertions.Expect(answer).ToContainTextAsync("Sum: 915.00 EUR");
        await Assertions.Expect(answer).ToContainTextAsync("In whose name: Nordlicht Film GmbH");
        await Assertions.Expect(answer).ToContainTextAsync("Stop: It wants your signature");
        await answer.GetByRole(AriaRole.Button, new() { Name = "Yes, go on" }).ClickAsync();
        // What the letter gave is not asked again.
        await Assertions.Expect(page.Locator(".answer").Last).ToContainTextAsync("question 6 of");
        await WalkAsync(page);
        var result = page.Locator(".answer").Last;
        await Assertions.Expect(result).ToContainTextAsync("What not to do");
        await Assertions.Expect(result).ToContainTextAsync("Your deadline:");
        (await result.GetByText("General information, not legal advice.").CountAsync()).ShouldBe(1);
        await result.GetByRole(AriaRole.Button, new() { Name = "Write: Reply to an Abmahnung" }).ClickAsync();
        await FillAsync(page);
        var letter = page.Locator(".answer").Last;
        await Assertions.Expect(letter).ToContainTextAsync("section 7(3) of the Digitale-Dienste-Gesetz");
        await Assertions.Expect(letter).ToContainTextAsync("power of attorney of Nordlicht Film GmbH");
        var download = await page.RunAndWaitForDownloadAsync(() => letter.GetByRole(AriaRole.Link, new() { Name = ".docx" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("reply-law-firm-germany.docx");
        (await letter.GetByRole(AriaRole.Button, new() { Name = "Copy the letter" }).CountAsync()).ShouldBe(script ? 1 : 0);
        (await page.TitleAsync()).ShouldNotBe("owned");
        page.Url.ShouldNotContain("Nordlicht");
    }

    [Fact]
    public async Task Another_browser_sees_nothing_of_it()
    {
        var mine = await browser.OpenAsync();
        await mine.GotoAsync(new Uri(bot.Address, "/complaint").ToString());
        await mine.GetByRole(AriaRole.Button, new() { Name = "Choose what kind of letter it is" }).ClickAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Spam report or blacklist entry" }).ClickAsync();
        await Assertions.Expect(mine.Locator(".answer").Last).ToContainTextAsync("question 1 of");
        var says = await mine.Locator(".answer button[value*='skip']").Last.GetAttributeAsync("value");
        var cookie = (await mine.Context.CookiesAsync()).Single();
        cookie.HttpOnly.ShouldBeTrue();
        cookie.SameSite.ShouldBe(SameSiteAttribute.Strict);

        var other = await browser.OpenAsync();
        await other.GotoAsync(bot.Address.ToString());
        await other.GetByLabel("Your question").FillAsync(says!);
        await other.Keyboard.PressAsync("Enter");
        await Assertions.Expect(other.Locator(".answer").Last).ToContainTextAsync("There is no such case");
    }

    [Fact]
    public async Task A_question_sets_no_cookie()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(bot.Address.ToString());
        await page.GetByLabel("Your question").FillAsync("should I keep logs?");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".answer")).ToContainTextAsync("Do not log the traffic");
        (await page.Context.CookiesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/complaint", 360)]
    [InlineData("/letters?language=de", 360)]
    [InlineData("/jurisdictions", 360)]
    [InlineData("/complaint", 1280)]
    public async Task It_fits_the_screen(string path, int width)
    {
        var page = await browser.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 700 } });
        await page.GotoAsync(new Uri(bot.Address, path).ToString());
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).ShouldBeTrue();
    }

    private static async Task WalkAsync(IPage page)
    {
        for (var step = 0; step < 15; step++)
        {
            var answer = page.Locator(".answer").Last;
            var text = await answer.InnerTextAsync();
            if (text.Contains("What not to do", StringComparison.Ordinal))
                return;
            if (text.Contains("In which country do you live?", StringComparison.Ordinal))
            {
                await answer.Locator("form.fields input:not([type=hidden])").FillAsync("Germany");
                await answer.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            }
            else
            {
                await answer.GetByRole(AriaRole.Button, new() { Name = "Skip this question" }).ClickAsync();
            }

            await Assertions.Expect(page.Locator(".answer").Last).Not.ToHaveTextAsync(text);
            await page.WaitForFunctionAsync("before => { const all = document.querySelectorAll('.answer'); return all[all.length - 1].innerText !== before; }", text);
        }
    }

    private static async Task FillAsync(IPage page)
    {
        var values = new Dictionary<string, string> { ["ip"] = "192.0.2.17", ["network"] = "Mysterium Network", ["name"] = "A. Operator", ["contact"] = "a@example.org" };
        for (var part = 0; part < 4; part++)
        {
            var form = page.Locator(".answer").Last.Locator("form.fields");
            await page.WaitForTimeoutAsync(200);
            if (await form.CountAsync() == 0)
                return;
            var before = await page.Locator(".answer").Last.InnerTextAsync();
            foreach (var (name, value) in values)
            {
                if (await form.Locator($"[name={name}]").CountAsync() > 0)
                    await form.Locator($"[name={name}]").FillAsync(value);
            }

            if (await form.Locator("select[name=no_logs]").CountAsync() > 0)
                await form.Locator("select[name=no_logs]").SelectOptionAsync("yes");
            await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await page.WaitForFunctionAsync("before => { const all = document.querySelectorAll('.answer'); return all.length && all[all.length - 1].innerText !== before; }", before);
        }
    }
}
