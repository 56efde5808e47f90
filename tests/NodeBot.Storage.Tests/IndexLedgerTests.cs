namespace NodeBot.Storage.Tests;

public sealed class IndexLedgerTests(Databases databases)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_many_that_ask_at_once_one_gets_the_lease(bool postgres)
    {
        var database = await Database.OpenAsync(await databases.NewAsync(postgres), TimeProvider.System, default);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => database.Ledger.TryLeaseAsync("work", $"holder-{i}", TimeSpan.FromMinutes(1), default))));
        answers.Count(held => held).ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lease_is_prolonged_by_its_holder_and_free_after_its_time_or_when_given_back(bool postgres)
    {
        var time = new SetTime();
        var ledger = (await Database.OpenAsync(await databases.NewAsync(postgres), time, default)).Ledger;
        Task<bool> AskAsync(string holder) => ledger.TryLeaseAsync("work", holder, TimeSpan.FromSeconds(30), default);
        (await AskAsync("a")).ShouldBeTrue();
        time.Advance(TimeSpan.FromSeconds(29));
        (await AskAsync("a")).ShouldBeTrue();
        time.Advance(TimeSpan.FromSeconds(29));
        (await AskAsync("b")).ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(2));
        (await AskAsync("b")).ShouldBeTrue();
        (await AskAsync("a")).ShouldBeFalse();
        await ledger.ReleaseAsync("work", "a", default);
        (await AskAsync("a")).ShouldBeFalse("only the holder gives it back");
        await ledger.ReleaseAsync("work", "b", default);
        (await AskAsync("a")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_position_is_kept_for_each_index_and_never_goes_back(bool postgres)
    {
        var ledger = (await Database.OpenAsync(await databases.NewAsync(postgres), TimeProvider.System, default)).Ledger;
        (await ledger.PositionAsync("one", default)).ShouldBeNull();
        await ledger.AdvanceAsync("one", 5, default);
        await ledger.AdvanceAsync("one", 3, default);
        await ledger.AdvanceAsync("two", 1, default);
        (await ledger.PositionAsync("one", default)).ShouldBe(5);
        await ledger.ForgetAsync("one", default);
        (await ledger.PositionAsync("one", default)).ShouldBeNull();
        (await ledger.PositionAsync("two", default)).ShouldBe(1);
    }
}
