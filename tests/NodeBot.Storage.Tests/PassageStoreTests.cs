using NodeBot.Core.Knowledge;
using NodeBot.Peers;

namespace NodeBot.Storage.Tests;

public sealed class PassageStoreTests(Databases databases)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_put_is_found_and_what_is_removed_is_gone(bool postgres)
    {
        var store = await OpenAsync(postgres);
        var passage = Passage("answer/a", "First text with \"quotes\", ümlauts and a ; 'semicolon'.") with { Community = "42", Facts = [new Fact("", [new AnticipatedQuestion("why?", "en")])] };
        (await store.PutAsync(passage, default)).ShouldBe(1);
        var found = await store.FindAsync("answer/a", default);
        found!.Text.ShouldBe(passage.Text);
        found.Community.ShouldBe("42");
        found.Facts[0].Questions[0].Text.ShouldBe("why?");
        (await store.PutAsync(passage with { Text = "Second." }, default)).ShouldBe(2);
        (await store.FindAsync("answer/a", default))!.Text.ShouldBe("Second.");
        (await store.CountAsync(default)).ShouldBe(1);
        (await store.RemoveAsync("answer/a", default)).ShouldBe(3);
        (await store.RemoveAsync("answer/a", default)).ShouldBeNull();
        (await store.FindAsync("answer/a", default)).ShouldBeNull();
        (await store.CountAsync(default)).ShouldBe(0);
        (await store.LatestAsync(default)).ShouldBe(3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Changes_come_in_order_with_the_present_state(bool postgres)
    {
        var store = await OpenAsync(postgres);
        await store.PutAsync(Passage("answer/a", "One."), default);
        await store.PutAsync(Passage("answer/b", "Two."), default);
        await store.PutAsync(Passage("answer/a", "Three."), default);
        await store.RemoveAsync("answer/b", default);
        var changes = await store.ChangesAfterAsync(1, 10, default);
        changes.Select(change => change.Sequence).ShouldBe([2, 3, 4]);
        changes[0].State.ShouldBe(new StoredPassage("answer/b", 4, null));
        changes[1].State.Passage!.Text.ShouldBe("Three.");
        (await store.ChangesAfterAsync(0, 2, default)).Count.ShouldBe(2);
        (await store.ChangesAfterAsync(4, 10, default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_hold_every_passage_once(bool postgres)
    {
        var store = await OpenAsync(postgres);
        for (var i = 0; i < 25; i++)
            await store.PutAsync(Passage($"answer/n{i}", $"Number {i}."), default);
        await store.RemoveAsync("answer/n7", default);
        var ids = new List<string>();
        string? last = null;
        while (await store.PageAsync(last, 10, default) is { Count: > 0 } page)
        {
            ids.AddRange(page.Select(stored => stored.Id));
            last = page[^1].Id;
        }

        ids.ShouldBeUnique();
        ids.Count.ShouldBe(24);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reader_that_follows_many_writers_passes_over_nothing(bool postgres)
    {
        var store = await OpenAsync(postgres);
        const int Writers = 8, Each = 25;
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
                await store.PutAsync(Passage($"answer/w{w}-{i}", "Text."), default);
        })));
        var seen = new List<long>();
        while (seen.Count < Writers * Each)
        {
            foreach (var change in await store.ChangesAfterAsync(seen.Count == 0 ? 0 : seen[^1], 7, default))
                seen.Add(change.Sequence);
            if (writing.IsCompleted && (await store.ChangesAfterAsync(seen[^1], 1, default)).Count == 0)
                break;
        }

        await writing;
        seen.ShouldBe(Enumerable.Range(1, Writers * Each).Select(i => (long)i));
    }

    [Fact]
    public async Task Over_a_PostgreSQL_that_crashed_and_came_back_work_goes_on()
    {
        Assert.SkipUnless(PostgresServer.IsSupported, PostgresServer.NotSupported);
        await using var server = await PostgresServer.StartAsync();
        var database = await Database.OpenAsync(new StorageOptions("unused", server.Database("nodebot")), TimeProvider.System, default);
        await database.Passages.PutAsync(Passage("answer/a", "Before."), default);
        await server.KillAsync();
        (await Should.ThrowAsync<StorageException>(database.Passages.PutAsync(Passage("answer/b", "Meanwhile."), default))).Message.ShouldContain("nothing of it was written");
        await server.RestartAsync();
        await database.Passages.PutAsync(Passage("answer/c", "After."), default);
        (await database.Passages.ChangesAfterAsync(0, 10, default)).Select(change => change.State.Id).ShouldBe(["answer/a", "answer/c"]);
    }

    private async Task<PassageStore> OpenAsync(bool postgres) =>
        (await Database.OpenAsync(await databases.NewAsync(postgres), TimeProvider.System, default)).Passages;

    private static Passage Passage(string id, string text) => new()
    {
        Id = id,
        Source = PassageSource.Answer,
        Title = "T",
        Section = "S",
        Text = text,
        Language = "en",
        AsOf = "2026",
        Sources = [new SourceReference("s", null)],
    };
}
