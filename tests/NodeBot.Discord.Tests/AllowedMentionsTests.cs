using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NodeBot.Discord.Rest;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Tests;

/// <summary>Nothing that Discord shows to people can be sent without <c>allowed_mentions</c>.</summary>
public sealed class AllowedMentionsTests
{
    private static readonly string[] Shown = ["Content", "Embeds", "Components", "Poll"];

    [Fact]
    public void Messages_have_them_and_they_cannot_be_set()
    {
        JsonSerializer.Serialize(new MessageProperties(), DiscordJson.Default.MessageProperties).ShouldContain("\"allowed_mentions\":{\"parse\":[],\"replied_user\":false}");
        typeof(MessageProperties).GetProperty(nameof(MessageProperties.AllowedMentions))!.CanWrite.ShouldBeFalse();
        foreach (var property in typeof(AllowedMentionsProperties).GetProperties(BindingFlags.Instance | BindingFlags.Public))
            property.CanWrite.ShouldBeFalse();
        typeof(AllowedMentionsProperties).GetConstructors().ShouldBeEmpty();
    }

    [Fact]
    public void No_other_type_of_the_wire_is_a_message()
    {
        var messages = typeof(MessageProperties).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(MessageProperties).Namespace && type.Name.EndsWith("Properties"))
            .Where(type => type.GetProperties().Select(property => property.Name).Intersect(Shown).Any())
            .Except([typeof(MessageProperties), typeof(ComponentProperties), typeof(ModalProperties)]);
        messages.ShouldBeEmpty();
    }

    [Fact]
    public void Only_types_of_the_wire_are_sent()
    {
        // Every body is written by a JsonTypeInfo of DiscordJson, whose types the test above looked at.
        var source = Directory.EnumerateFiles(Path.Combine(Folder(), "src", "NodeBot.Discord"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/"))
            .ToDictionary(file => file, File.ReadAllText);
        source.Where(pair => pair.Value.Contains("new StringContent") || pair.Value.Contains("JsonContent.") || pair.Value.Contains("PostAsJson")).ShouldBeEmpty();
        source.Where(pair => pair.Value.Contains("SendAsync<") || pair.Value.Contains("http.SendAsync(")).Select(pair => Path.GetFileName(pair.Key)).Order().ShouldBe(["DiscordClient.cs", "DiscordHttp.cs", "GatewayConnection.cs"]);
        typeof(DiscordClient).ShouldNotBeNull();
    }

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NodeBot.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
