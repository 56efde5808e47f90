using NodeBot.Tests.Terminal;

namespace NodeBot.Tests.Configuration;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("NodeBot__Embedder__Kind", "magic", "NodeBot:Embedder:Kind is \"magic\"")]
    [InlineData("NodeBot__Embedder__Kind", "Ollama", "NodeBot:Embedder:Endpoint must be")]
    [InlineData("NodeBot__Embedder__Concurrency", "many", "NodeBot:Embedder:Concurrency is \"many\"")]
    [InlineData("NodeBot__Embeder__Kind", "Onnx", "NodeBot:Embeder:Kind is not a setting")]
    [InlineData("NodeBot__PublicUrl", "nodebot", "NodeBot:PublicUrl is \"nodebot\"")]
    [InlineData("NodeBot__RateLimitPerMinute", "0", "NodeBot:RateLimitPerMinute is \"0\"")]
    [InlineData("ASPNETCORE_URLS", "localhost", "ASPNETCORE_URLS holds \"localhost\"")]
    [InlineData("NodeBot__Knowledge", "/no/where", "no knowledge here")]
    [InlineData("NodeBot__Discord__PublicKey", "abc", "NodeBot:Discord:PublicKey is not a public key")]
    [InlineData("NodeBot__Discord__Token", "\"quoted\"", "NodeBot:Discord:Token holds characters that no token has")]
    [InlineData("NodeBot__Discord__Gateway", "maybe", "NodeBot:Discord:Gateway is \"maybe\"")]
    [InlineData("NodeBot__Discord__Style", "Fancy", "use one of Components, Embeds")]
    [InlineData("NodeBot__Discord__ApiUrl", "http://discord.example/api/v10", "in the clear")]
    [InlineData("NodeBot__Discord__GatewayUrl", "https://x", "NodeBot:Discord:GatewayUrl is")]
    [InlineData("NodeBot__Discord__Shards", "-1", "NodeBot:Discord:Shards is -1")]
    public async Task A_wrong_setting_stops_the_program_with_one_line_that_names_it(string key, string value, string expected)
    {
        var run = await NodeBotProgram.RunAsync(["ask", "what is an exit node?"], (key, value));
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(expected);
        run.Error.Trim().ShouldNotContain("\n");
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Broken_json_in_the_settings_file_is_named()
    {
        using var data = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(data.Path, "nodebot.json"), "{ \"NodeBot\": ");
        var run = await NodeBotProgram.RunAsync(["ask", "x"], ("NODEBOT_DATA", data.Path));
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("nodebot.json is not valid JSON");
    }

    [Fact]
    public async Task The_doctor_shows_a_wrong_setting_and_how_to_mend_it()
    {
        var run = await NodeBotProgram.RunAsync(["doctor"], ("NodeBot__Embedder__Kind", "magic"));
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("Onnx");
    }
}
