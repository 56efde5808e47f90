using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace NodeBot.Tests;

public sealed class ArchitectureTests
{
    private static readonly Architecture Architecture = new ArchLoader().LoadAssemblies(
        typeof(Core.Conversation.Dispatcher).Assembly,
        typeof(Retrieval.KnowledgeRetrieval).Assembly,
        typeof(Storage.Database).Assembly,
        typeof(Web.NodeBotWeb).Assembly,
        typeof(Discord.NodeBotDiscord).Assembly,
        typeof(Bot).Assembly).Build();

    /// <summary>What each project may know of the others: dependencies point one way.</summary>
    public static TheoryData<string, string> Forbidden => new()
    {
        { "NodeBot.Core", "NodeBot.Retrieval" },
        { "NodeBot.Core", "NodeBot.Web" },
        { "NodeBot.Core", "NodeBot.Storage" },
        { "NodeBot.Core", "NodeBot" },
        { "NodeBot.Storage", "NodeBot.Retrieval" },
        { "NodeBot.Storage", "NodeBot.Web" },
        { "NodeBot.Storage", "NodeBot" },
        { "NodeBot.Retrieval", "NodeBot.Storage" },
        { "NodeBot.Web", "NodeBot.Storage" },
        { "NodeBot.Retrieval", "NodeBot.Web" },
        { "NodeBot.Retrieval", "NodeBot" },
        { "NodeBot.Web", "NodeBot.Retrieval" },
        { "NodeBot.Web", "NodeBot" },
        { "NodeBot.Core", "NodeBot.Discord" },
        { "NodeBot.Storage", "NodeBot.Discord" },
        { "NodeBot.Retrieval", "NodeBot.Discord" },
        { "NodeBot.Web", "NodeBot.Discord" },
        { "NodeBot.Discord", "NodeBot.Web" },
        { "NodeBot.Discord", "NodeBot.Storage" },
        { "NodeBot.Discord", "NodeBot.Retrieval" },
        { "NodeBot.Discord", "NodeBot" },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Dependencies_point_one_way(string from, string to)
    {
        var left = Types().That().ResideInAssemblyMatching($"^{(from == "NodeBot" ? "nodebot" : from)},");
        var right = Types().That().ResideInAssemblyMatching($"^{(to == "NodeBot" ? "nodebot" : to)},");
        left.GetObjects(Architecture).ShouldNotBeEmpty();
        right.GetObjects(Architecture).ShouldNotBeEmpty();
        var rule = Types().That().Are(left).Should().NotDependOnAny(right);
        rule.HasNoViolations(Architecture).ShouldBeTrue(string.Join('\n', rule.Evaluate(Architecture).Where(result => !result.Passed).Select(result => result.Description)));
    }

    [Theory]
    [InlineData("System.Net.Http")]
    [InlineData("System.Net.Sockets")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    public void The_core_knows_no_network_and_no_database(string forbidden) =>
        typeof(Core.Conversation.Dispatcher).Assembly.GetReferencedAssemblies().ShouldAllBe(reference => !reference.Name!.StartsWith(forbidden, StringComparison.Ordinal));
}
