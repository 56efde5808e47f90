using System.Net;

namespace NodeBot.Web.Tests;

public sealed class CountryPagesTests
{
    [Theory]
    [InlineData("/jurisdictions", "aria-label=\"Germany: normal risk\"")]
    [InlineData("/jurisdictions", "<th scope=\"row\"><a href=\"/jurisdictions/ru\">Russia</a></th>")]
    [InlineData("/jurisdictions/de", "The first thing.")]
    [InlineData("/jurisdictions/DE", "Check this: not sure of the article.")]
    [InlineData("/jurisdictions/ru", "advise against")]
    [InlineData("/jurisdictions/compare?c=de&c=fr", "Art 4 of FR")]
    [InlineData("/jurisdictions/compare?c=de,fr", "Art 4 of DE")]
    [InlineData("/jurisdictions/compare", "Choose two or three countries.")]
    [InlineData("/jurisdictions/compare?c=de&c=fr&c=ru&c=qq", "here are the first 3")]
    [InlineData("/jurisdictions/compare?c=de&c=fr&c=atlantis", "not known here")]
    [InlineData("/providers", "2019")]
    [InlineData("/providers?q=AS64500", "A Host")]
    [InlineData("/providers?q=a+hots", "A Host")]
    [InlineData("/providers?q=nobody", "neither yes nor no")]
    [InlineData("/providers?exits=9&country=zzz", "2 providers")]
    public async Task A_page_shows_what_it_is_for(string path, string expected) => (await GetAsync(path)).ShouldContain(expected);

    [Fact]
    public async Task The_table_is_filtered_and_the_map_keeps_all()
    {
        var html = await GetAsync("/jurisdictions?risk=elevated");
        html.ShouldContain("1 countries");
        html.ShouldNotContain("<th scope=\"row\"><a href=\"/jurisdictions/de\">");
        html.ShouldContain("aria-label=\"Germany: normal risk\"");
    }

    [Fact]
    public async Task Providers_are_filtered()
    {
        (await GetAsync("/providers?country=de")).ShouldNotContain("<th scope=\"row\">Other");
        (await GetAsync("/providers?exits=no")).ShouldNotContain("<th scope=\"row\">A Host");
    }

    [Fact]
    public async Task A_country_that_is_not_covered_is_not_found()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.Client.GetAsync(new Uri("/jurisdictions/zz", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/jurisdictions")]
    [InlineData("/jurisdictions/qq")]
    [InlineData("/jurisdictions/compare?c=qq&c=de")]
    [InlineData("/providers?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/providers")]
    public async Task Hostile_text_is_shown_as_text_and_nothing_is_styled_inline(string path)
    {
        var html = await GetAsync(path);
        html.ShouldNotContain("<script>alert");
        html.ShouldNotContain("style=");
    }

    private static async Task<string> GetAsync(string path)
    {
        await using var host = await WebHost.StartAsync();
        return await host.Client.GetStringAsync(new Uri(path, UriKind.Relative));
    }
}
