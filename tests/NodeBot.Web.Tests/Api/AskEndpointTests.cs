using System.Net;
using System.Text;
using System.Text.Json;

namespace NodeBot.Web.Tests.Api;

public sealed class AskEndpointTests
{
    public static TheoryData<string, HttpStatusCode, string> BadBodies => new()
    {
        { "", HttpStatusCode.BadRequest, "not valid JSON" },
        { "{", HttpStatusCode.BadRequest, "not valid JSON" },
        { "[]", HttpStatusCode.BadRequest, "not a JSON object" },
        { "{}", HttpStatusCode.BadRequest, "'question' is missing" },
        { "{\"question\":7}", HttpStatusCode.BadRequest, "'question' is missing or is not a text" },
        { "{\"question\":null}", HttpStatusCode.BadRequest, "'question' is missing or is not a text" },
        { "{\"question\":\"\"}", HttpStatusCode.BadRequest, "cannot be read" },
        { "{\"question\":\"a\\u0007b\"}", HttpStatusCode.BadRequest, "cannot be read" },
        { "{\"question\":\"\\ud800\"}", HttpStatusCode.BadRequest, "not valid JSON" },
        { "{\"question\":\"a\",\"question\":\"b\"}", HttpStatusCode.BadRequest, "not valid JSON" },
        { "{\"question\":\"a\",\"system\":\"b\"}", HttpStatusCode.BadRequest, "field that is not known" },
        { "{\"question\":[[[[[[[[1]]]]]]]]}", HttpStatusCode.BadRequest, "not valid JSON" },
        { "{\"question\":\"" + new string('a', 1001) + "\"}", HttpStatusCode.BadRequest, "cannot be read" },
        { "{\"question\":\"" + new string('a', 9000) + "\"}", HttpStatusCode.RequestEntityTooLarge, "larger than 8 KB" },
    };

    [Fact]
    public async Task A_question_gets_the_documented_answer()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.AskAsync("{\"question\":\"what is it?\"}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        answer.GetProperty("kind").GetString().ShouldBe("quoted");
        var citation = answer.GetProperty("citations")[0];
        citation.GetProperty("quote").GetString().ShouldBe("The first thing.");
        citation.GetProperty("url").GetString().ShouldBe("https://nodebot.example/passages/guide/a/first");
        answer.GetProperty("notes")[0].GetProperty("sources")[0].GetProperty("url").GetString().ShouldBe("https://example.org/guide");
        answer.GetProperty("elapsedMs").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_body_gets_a_problem_that_says_what_is_wrong_and_how_to_mend_it(string body, HttpStatusCode status, string title)
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.AskAsync(body);
        await ShouldBeProblemAsync(response, status, title);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_refused()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.AskAsync([.. Encoding.UTF8.GetBytes("{\"question\":\""), 0xff, 0xfe, .. Encoding.UTF8.GetBytes("\"}")]);
        await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_wrong_content_type_is_refused(string? contentType)
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.AskAsync("{\"question\":\"a\"}", contentType);
        await ShouldBeProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "content type");
    }

    [Fact]
    public async Task Other_methods_and_other_addresses_are_refused()
    {
        await using var host = await WebHost.StartAsync();
        using var get = await host.Client.GetAsync(new Uri("/api/ask", UriKind.Relative));
        await ShouldBeProblemAsync(get, HttpStatusCode.MethodNotAllowed, "POST");
        get.Content.Headers.Allow.ShouldContain("POST");
        using var other = await host.Client.GetAsync(new Uri("/api/nothing", UriKind.Relative));
        await ShouldBeProblemAsync(other, HttpStatusCode.NotFound, "nothing at this address");
    }

    [Fact]
    public async Task Too_many_questions_are_told_when_to_come_back()
    {
        await using var host = await WebHost.StartAsync(limit: 3);
        for (var i = 0; i < 3; i++)
            (await host.AskAsync("{\"question\":\"a?\"}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var response = await host.AskAsync("{\"question\":\"a?\"}");
        await ShouldBeProblemAsync(response, HttpStatusCode.TooManyRequests, "too many questions");
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_nobody_foresaw_tells_no_details()
    {
        await using var host = await WebHost.StartAsync(failure: new NotSupportedException("secret detail"));
        using var response = await host.AskAsync("{\"question\":\"a?\"}");
        await ShouldBeProblemAsync(response, HttpStatusCode.InternalServerError, "our side");
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("secret");
    }

    [Fact]
    public async Task The_description_names_the_endpoint_and_its_errors()
    {
        await using var host = await WebHost.StartAsync();
        var document = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).RootElement;
        var post = document.GetProperty("paths").GetProperty("/api/ask").GetProperty("post");
        foreach (var status in new[] { "200", "400", "413", "415", "429" })
            post.GetProperty("responses").TryGetProperty(status, out _).ShouldBeTrue(status);
    }

    private static async Task ShouldBeProblemAsync(HttpResponseMessage response, HttpStatusCode status, string title)
    {
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("title").GetString().ShouldNotBeNull().ShouldContain(title);
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }
}
