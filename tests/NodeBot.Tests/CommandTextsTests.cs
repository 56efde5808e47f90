using System.Text.RegularExpressions;
using NodeBot.Configuration;
using NodeBot.Core.Conversation;
using NodeBot.Terminal;

namespace NodeBot.Tests;

public sealed partial class CommandTextsTests
{
    private static readonly IReadOnlyList<CommandSpec> Specs = [.. DiscordVerb.Specs(Settings.Load()).Where(spec => spec.IsListed)];

    // Discord's rule for names of commands and options.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name { get; }

    [Theory]
    [InlineData("de")]
    [InlineData("nl")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("ru")]
    [InlineData("uk")]
    public void Every_command_and_option_has_a_name_and_a_description(string language)
    {
        var texts = Texts.For(language);
        foreach (var key in Specs.SelectMany(Keys))
        {
            texts.Find(key + ".name").ShouldNotBeNull(key).ShouldSatisfyAllConditions(name => Name.IsMatch(name).ShouldBeTrue(key), name => name.ShouldBe(name.ToLowerInvariant()));
            texts.Find(key + ".description").ShouldNotBeNull(key).Length.ShouldBeInRange(1, 100, key);
        }

        foreach (var group in Specs.GroupBy(spec => spec.Feature))
            group.Select(spec => texts.Find(Key(spec) + ".name")).ShouldBeUnique();
        foreach (var spec in Specs)
            spec.Options.Select(option => texts.Find($"{Key(spec)}.{option.Name}.name")).ShouldBeUnique();
    }

    [Fact]
    public void Descriptions_and_choices_fit()
    {
        foreach (var spec in Specs)
        {
            spec.Description.Length.ShouldBeInRange(1, 100, spec.Name);
            foreach (var option in spec.Options)
            {
                option.Description.Length.ShouldBeInRange(1, 100, spec.Name + " " + option.Name);
                option.Choices.ShouldAllBe(choice => choice.Label.Length <= 100);
                option.Choices.Count.ShouldBeLessThanOrEqualTo(25);
            }
        }
    }

    private static IEnumerable<string> Keys(CommandSpec spec) => spec.Options.Select(option => $"{Key(spec)}.{option.Name}").Prepend(Key(spec));

    private static string Key(CommandSpec spec) => spec.Name.Replace(' ', '.');
}
