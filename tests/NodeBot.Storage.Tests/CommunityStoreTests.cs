using NodeBot.Core.Communities;

namespace NodeBot.Storage.Tests;

public sealed class CommunityStoreTests(Databases databases)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Settings_are_kept_whole(bool postgres)
    {
        var store = (await Database.OpenAsync(await databases.NewAsync(postgres), TimeProvider.System, default)).Communities;
        (await store.FindAsync("discord:1", default)).ShouldBe(CommunitySettings.Default);
        var settings = new CommunitySettings { Channels = ["1", "2"], ModeratorsRole = "3", HelpersChannel = "4", Language = "de", Mentions = MentionStyle.Inline, FeaturesOff = ["guide"] };
        await store.UpdateAsync("discord:1", _ => settings, default);
        var found = await store.FindAsync("discord:1", default);
        found.Channels.ShouldBe(settings.Channels);
        found.FeaturesOff.ShouldBe(settings.FeaturesOff);
        (found with { Channels = settings.Channels, FeaturesOff = settings.FeaturesOff }).ShouldBe(settings);
        (await store.AllAsync(default)).Keys.ShouldBe(["discord:1"]);
        await store.RemoveAsync("discord:1", default);
        (await store.FindAsync("discord:1", default)).ShouldBe(CommunitySettings.Default);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_many_changes_at_once_none_is_lost(bool postgres)
    {
        var store = (await Database.OpenAsync(await databases.NewAsync(postgres), TimeProvider.System, default)).Communities;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => store.UpdateAsync("discord:2", before => before with { Channels = [.. before.Channels, $"{i}"] }, default))));
        (await store.FindAsync("discord:2", default)).Channels.Order().ShouldBe(Enumerable.Range(0, 8).Select(i => $"{i}"));
    }
}
