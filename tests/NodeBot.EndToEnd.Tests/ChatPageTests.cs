using Microsoft.Playwright;

namespace NodeBot.EndToEnd.Tests;

public sealed class ChatPageTests(RunningBot bot, Browser browser)
{
    private const string Question = "should I keep traffic logs?";

    [Fact]
    public async Task A_newcomer_asks_and_reads_quote_citation_and_disclaimer()
    {
        var page = await OpenAsync();
        await AskAsync(page, Question);
        await Assertions.Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Do not log the traffic");
        await Assertions.Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("General information, not legal advice.");
        await page.GetByRole(AriaRole.Log).GetByRole(AriaRole.Link, new() { Name = "Do not log traffic, and why" }).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(bot.Address, "/passages/guide/do-not-log/reasons").ToString());
        await Assertions.Expect(page.Locator(".passage.here")).ToContainTextAsync("Do not log the traffic");
    }

    [Fact]
    public async Task It_works_by_keyboard_alone()
    {
        var page = await OpenAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Skip to content")).ToBeFocusedAsync();
        await page.GetByLabel("Your question").FocusAsync();
        await page.Keyboard.TypeAsync(Question);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".answer")).ToContainTextAsync("Do not log the traffic");
        await Assertions.Expect(page.Locator(".answer")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_whole_guide_can_be_taken_away_as_a_file()
    {
        var page = await OpenAsync();
        await AskAsync(page, "/guide");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "The whole guide, with notes" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("exit-node-guide.txt");
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        var text = await reader.ReadToEndAsync();
        text.ShouldContain("Do not log the traffic");
        text.ShouldContain("confidence high: Germany: the TMG is gone");
    }

    [Fact]
    public async Task A_related_question_is_asked_by_pressing_it()
    {
        var page = await OpenAsync();
        await AskAsync(page, Question);
        await page.Locator(".answer .actions button").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".exchange")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task It_works_without_JavaScript_and_the_question_never_stands_in_the_address()
    {
        var page = await browser.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(bot.Address.ToString());
        await AskAsync(page, Question);
        await Assertions.Expect(page.Locator(".answer")).ToContainTextAsync("Do not log the traffic");
        page.Url.ShouldBe(bot.Address.ToString());
    }

    [Fact]
    public async Task What_is_typed_is_shown_as_text_and_never_as_markup()
    {
        var page = await OpenAsync();
        await AskAsync(page, "<img src=x onerror=document.title='owned'> should I keep logs?");
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("<img src=x");
        (await page.Locator(".exchange img").CountAsync()).ShouldBe(0);
        (await page.TitleAsync()).ShouldNotBe("owned");
    }

    [Fact]
    public async Task Nothing_is_loaded_from_elsewhere_and_nothing_is_refused_by_the_policy()
    {
        var page = await browser.OpenAsync();
        var hosts = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) => hosts.Add(new Uri(request.Url).Authority);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                complaints.Add(message.Text);
        };
        await page.GotoAsync(bot.Address.ToString());
        await AskAsync(page, Question);
        await Assertions.Expect(page.Locator(".answer")).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(bot.Address, "/guide").ToString());
        await page.GotoAsync(new Uri(bot.Address, "/docs/api").ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "/api/ask" }).First).ToBeVisibleAsync();
        hosts.Distinct().ShouldBe([bot.Address.Authority]);
        complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(360, 640, ColorScheme.Light)]
    [InlineData(360, 640, ColorScheme.Dark)]
    [InlineData(1280, 800, ColorScheme.Light)]
    public async Task It_fits_the_screen(int width, int height, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        await page.GotoAsync(bot.Address.ToString());
        await AskAsync(page, "which lists tell me what ISPs think of exits");
        await Assertions.Expect(page.Locator(".answer")).ToBeVisibleAsync();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_question_that_is_not_answered_is_declined_with_what_can_be_asked_instead()
    {
        var page = await OpenAsync();
        await AskAsync(page, "what is the price of MYST today?");
        await Assertions.Expect(page.Locator(".answer")).ToContainTextAsync("I hold no figures");
        (await page.Locator(".answer .actions button").CountAsync()).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task When_the_server_is_gone_the_question_stays_in_the_box()
    {
        var page = await OpenAsync();
        await page.RouteAsync("**/chat", route => route.AbortAsync());
        await AskAsync(page, Question);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("cannot be reached");
        await Assertions.Expect(page.GetByLabel("Your question")).ToHaveValueAsync(Question);
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(bot.Address.ToString());
        return page;
    }

    private static async Task AskAsync(IPage page, string question)
    {
        await page.GetByLabel("Your question").FillAsync(question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
    }
}
