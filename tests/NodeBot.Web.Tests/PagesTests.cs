using System.Net;

namespace NodeBot.Web.Tests;

public sealed class PagesTests
{
    [Theory]
    [InlineData("/", "Your question")]
    [InlineData("/guide", "The first thing.")]
    [InlineData("/passages/guide/a/first", "Out of date")]
    [InlineData("/passages/note/first", "Title of guide/a/first")]
    public async Task A_page_shows_what_it_is_for(string path, string expected)
    {
        await using var host = await WebHost.StartAsync();
        (await host.Client.GetStringAsync(new Uri(path, UriKind.Relative))).ShouldContain(expected);
    }

    [Theory]
    [InlineData("/passages/guide/no/where")]
    [InlineData("/nothing")]
    [InlineData("/passages/..%2f..%2fetc")]
    public async Task An_unknown_page_says_what_to_do_instead(string path)
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("read the guide");
    }

    [Fact]
    public async Task A_hostile_passage_is_shown_as_text()
    {
        await using var host = await WebHost.StartAsync();
        foreach (var path in new[] { "/guide", "/passages/guide/a/hostile" })
            (await host.Client.GetStringAsync(new Uri(path, UriKind.Relative))).ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task A_hostile_question_is_shown_as_text()
    {
        await using var host = await WebHost.StartAsync();
        using var form = new FormUrlEncodedContent([new("say", TestKnowledge.HostileText)]);
        foreach (var path in new[] { "/", "/chat" })
        {
            using var response = await host.Client.PostAsync(new Uri(path, UriKind.Relative), form);
            var html = await response.Content.ReadAsStringAsync();
            html.ShouldContain("&lt;script&gt;");
            html.ShouldNotContain("<script>alert");
        }
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_gets_words_not_an_error()
    {
        await using var host = await WebHost.StartAsync();
        using var form = new FormUrlEncodedContent([new("say", new string('a', 1_100_000))]);
        using var response = await host.Client.PostAsync(new Uri("/", UriKind.Relative), form);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("could not read that");
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        await using var host = await WebHost.StartAsync();
        foreach (var path in new[] { "/", "/guide", "/assets/nodebot.js", "/readyz", "/nothing" })
        {
            using var response = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldStartWith("default-src 'none'");
            policy.ShouldNotContain("unsafe");
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task Forms_of_other_sites_are_refused(string header, string value)
    {
        await using var host = await WebHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new FormUrlEncodedContent([new("say", "a")]) };
        request.Headers.Add(header, value);
        using var response = await host.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Health_tells_what_is_missing()
    {
        await using var well = await WebHost.StartAsync();
        (await well.Client.GetStringAsync(new Uri("/livez", UriKind.Relative))).ShouldBe("ok");
        (await well.Client.GetStringAsync(new Uri("/readyz", UriKind.Relative))).ShouldContain("\"ready\"");
        await using var degraded = await WebHost.StartAsync(notice: "No embedder is set up.");
        var ready = await degraded.Client.GetStringAsync(new Uri("/readyz", UriKind.Relative));
        ready.ShouldContain("\"degraded\"");
        ready.ShouldContain("No embedder is set up.");
    }

    [Fact]
    public async Task An_asset_that_has_not_changed_is_not_sent_again()
    {
        await using var host = await WebHost.StartAsync();
        using var first = await host.Client.GetAsync(new Uri("/assets/nodebot.css", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/nodebot.css");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());
        using var second = await host.Client.SendAsync(request);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }
}
