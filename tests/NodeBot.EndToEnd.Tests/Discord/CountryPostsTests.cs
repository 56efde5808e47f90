using System.Reflection;
using System.Text.Json.Nodes;
using NodeBot.Peers.Discord;

namespace NodeBot.EndToEnd.Tests.Discord;

/// <summary>Posts about countries, by the program that is killed and started again with other knowledge.</summary>
public sealed class CountryPostsTests : IDisposable
{
    private const string Added = "Something changed last week.";

    private readonly string _knowledge = Directory.CreateTempSubdirectory("nodebot-knowledge-").FullName;

    [Fact]
    public async Task A_summary_and_a_change_are_posted_once_in_spite_of_kills()
    {
        Copy(Shipped(), _knowledge);
        Assert.SkipUnless(File.Exists(Germany), "No jurisdictions are shipped with this checkout.");
        await using var discord = await FakeDiscord.StartAsync();
        using var program = new DiscordProgram(discord).With("NodeBot__Knowledge", _knowledge).With("NodeBot__Embedder__Kind", "None");
        await program.ServeAsync();
        await SayAsync(program, "follow", FakeInteractions.Option("channel", 7, FakeDiscord.HelpersChannel), FakeInteractions.Option("country", 3, "Germny"));
        await SayAsync(program, "post", FakeInteractions.Option("channel", 7, FakeDiscord.HelpersChannel), FakeInteractions.Option("country", 3, "NL"), FakeInteractions.Option("every", 3, "week"));
        await UntilPostedAsync(discord, "Netherlands (NL)");
        await program.KillAsync();

        var text = await File.ReadAllTextAsync(Germany);
        await File.WriteAllTextAsync(Germany, text.Replace("summary: \"", "summary: \"" + Added + " ", StringComparison.Ordinal));
        await program.ServeAsync();
        await UntilPostedAsync(discord, Added);
        // Killed as soon as it is posted, perhaps before that is noted.
        await program.KillAsync();
        await program.ServeAsync();
        await SayAsync(program, "post", FakeInteractions.Option("channel", 7, FakeDiscord.HelpersChannel), FakeInteractions.Option("country", 3, "FR"), FakeInteractions.Option("every", 3, "month"));
        await UntilPostedAsync(discord, "France (FR)");
        (await SayAsync(program, "follow")).ShouldContain("Germany, what changes");
        Posts(discord, Added).ShouldBe(1);
        Posts(discord, "Netherlands (NL)").ShouldBe(1);
        discord.Violations.ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_knowledge, recursive: true);

    private string Germany => Path.Combine(_knowledge, "jurisdictions", "de.yaml");

    // Whoever is started after a kill waits for the lease of the one that was killed to end.
    private static async Task UntilPostedAsync(FakeDiscord discord, string text)
    {
        for (var i = 0; i < 600 && Posts(discord, text) == 0; i++)
            await Task.Delay(100);
        Posts(discord, text).ShouldBe(1, text);
    }

    private static int Posts(FakeDiscord discord, string text) => discord.Messages.Count(message => message.ToJsonString().Contains(text, StringComparison.Ordinal) || Unescaped(message).Contains(text, StringComparison.Ordinal));

    private static string Unescaped(JsonObject message) => message.ToJsonString().Replace("\\\\", "", StringComparison.Ordinal);

    private static async Task<string> SayAsync(DiscordProgram program, string command, params JsonObject[] options) =>
        Unescaped((await program.AnswerAsync(FakeInteractions.Command("jurisdiction", FakeInteractions.Subcommand(command, options)).By(permissions: "32"))).AsObject());

    private static string Shipped() => Path.GetFullPath(typeof(CountryPostsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "KnowledgeFolder").Value!);

    // Neither the model nor its vectors are needed.
    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".onnx", StringComparison.Ordinal) && !file.EndsWith(".vec", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
