using System.Net.Http.Json;
using System.Text;

namespace NodeBot.EndToEnd.Tests;

public sealed class SurvivalTests(RunningBot bot)
{
    private static readonly string[] Seeds =
    [
        "{\"question\":\"should I keep logs?\"}", "{\"question\":\"\\ud83d\\ude00\"}", "[[[[[[[[[[", "{\"question\":null}", "\"a\"", "{\"question\":{\"a\":[1,2]}}", "",
    ];

    [Fact]
    public async Task Two_thousand_mutated_bodies_get_no_server_error()
    {
        using var http = new HttpClient { BaseAddress = bot.Address };
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(Seeds[i % Seeds.Length]).ToList();
            for (var edits = random.Next(4); edits > 0 && bytes.Count > 0; edits--)
            {
                var at = random.Next(bytes.Count);
                if (random.Next(2) == 0)
                    bytes[at] = (byte)random.Next(256);
                else
                    bytes.Insert(at, (byte)random.Next(256));
            }

            using var content = new ByteArrayContent([.. bytes]);
            content.Headers.ContentType = new("application/json");
            using var response = await http.PostAsync("/api/ask", content);
            ((int)response.StatusCode).ShouldBeLessThan(500, Convert.ToHexString([.. bytes]));
        }

        (await http.GetStringAsync("/livez")).ShouldBe("ok");
    }

    [Fact]
    public async Task Many_at_once_all_get_their_own_answer()
    {
        using var http = new HttpClient { BaseAddress = bot.Address };
        (string Question, string Expected)[] asked = [("what law protects node operators in Sweden", "16-19 2002:562"), ("austrian law for exits", "ECG 13"), ("should I keep logs", "Do not log")];
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            var (question, expected) = asked[i % asked.Length];
            using var response = await http.PostAsJsonAsync("/api/ask", new { question });
            (await response.Content.ReadAsStringAsync()).ShouldContain(expected);
        }));
    }
}
