using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace NodeBot.Web.Tests.Api;

public sealed class ExplainEndpointTests
{
    private static readonly string[] Fields = ["alternatives", "amount", "claimant", "confidence", "country", "deadline", "demands", "incidentAt", "ip", "kind", "port", "redFlags", "references", "sender"];

    public static TheoryData<string, HttpStatusCode, string> BadBodies => new()
    {
        { "", HttpStatusCode.BadRequest, "not valid JSON" },
        { "[]", HttpStatusCode.BadRequest, "not a JSON object" },
        { "{}", HttpStatusCode.BadRequest, "'text' is missing" },
        { "{\"text\":7}", HttpStatusCode.BadRequest, "'text' is missing or is not a text" },
        { "{\"text\":\" \"}", HttpStatusCode.BadRequest, "The text is empty" },
        { "{\"text\":\"a\",\"received\":\"tomorrow\"}", HttpStatusCode.BadRequest, "'received' is not a date" },
        { "{\"text\":\"a\",\"received\":7}", HttpStatusCode.BadRequest, "'received' is not a date" },
        { "{\"text\":\"a\",\"prompt\":\"b\"}", HttpStatusCode.BadRequest, "field that is not known" },
        { "{\"text\":\"" + new string('a', 100_001) + "\"}", HttpStatusCode.BadRequest, "100001 characters" },
        { "{\"text\":\"" + new string('a', 600_000) + "\"}", HttpStatusCode.RequestEntityTooLarge, "larger than 512 KB" },
    };

    [Fact]
    public async Task A_letter_gets_every_documented_field()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await PostAsync(host, "{\"text\":\"We act on behalf of Blue Ltd. Our law firm demands that you pay the total sum of 915 EUR within 7 days.\",\"received\":\"2026-11-10\"}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var found = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        found.EnumerateObject().Select(field => field.Name).Order().ShouldBe(Fields);
        found.GetProperty("kind").GetString().ShouldBe("law_firm_demand");
        found.GetProperty("deadline").GetString().ShouldBe("2026-11-17");
        found.GetProperty("amount").GetString().ShouldBe("915.00 EUR");
        found.GetProperty("ip").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_is_no_complaint_has_no_kind()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await PostAsync(host, "{\"text\":\"See you on Friday\"}");
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("kind").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_body_is_told_what_is_wrong(string body, HttpStatusCode status, string title)
    {
        await using var host = await WebHost.StartAsync();
        using var response = await PostAsync(host, body);
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync()).ShouldContain(title.Replace("'", "\\u0027"));
    }

    [Fact]
    public async Task Another_method_is_told_which()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.Client.GetAsync("/api/explain");
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await response.Content.ReadAsStringAsync()).ShouldContain("received");
    }

    private static async Task<HttpResponseMessage> PostAsync(WebHost host, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        return await host.Client.PostAsync("/api/explain", content);
    }
}
