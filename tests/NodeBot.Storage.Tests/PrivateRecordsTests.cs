using Microsoft.EntityFrameworkCore;
using NodeBot.Core.Privacy;

namespace NodeBot.Storage.Tests;

public sealed class PrivateRecordsTests(Databases databases)
{
    private const string Secret = "The film firm wants 915 EUR";
    private static readonly DateTimeOffset Later = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_the_member_finds_lists_changes_and_deletes_a_record(bool postgres)
    {
        var records = (await Database.OpenAsync(await databases.NewAsync(postgres), TimeProvider.System, default)).Private;
        (await records.AddAsync(PrivateKind.Case, "discord:1", Record("AAAAAAAA"), default)).ShouldBeTrue();

        (await records.FindAsync(PrivateKind.Case, "discord:2", "AAAAAAAA", default)).ShouldBeNull();
        (await records.FindAsync(PrivateKind.Letter, "discord:1", "AAAAAAAA", default)).ShouldBeNull();
        (await records.ListAsync(PrivateKind.Case, "discord:2", default)).ShouldBeEmpty();
        (await records.ChangeAsync(PrivateKind.Case, "discord:2", "AAAAAAAA", record => record with { Content = "mine" }, default)).ShouldBeNull();
        (await records.RemoveAsync(PrivateKind.Case, "discord:2", "AAAAAAAA", default)).ShouldBeFalse();
        (await records.RemoveAllAsync("discord:2", default)).ShouldBe(0);
        (await records.MakeCodeAsync(PrivateKind.Case, "discord:2", "AAAAAAAA", default)).ShouldBeNull();

        (await records.FindAsync(PrivateKind.Case, "discord:1", "AAAAAAAA", default))!.Content.ShouldBe(Secret);
        (await records.ChangeAsync(PrivateKind.Case, "discord:1", "AAAAAAAA", record => record with { Content = "changed" }, default))!.Content.ShouldBe("changed");
        (await records.ListAsync(PrivateKind.Case, "discord:1", default)).Single().Content.ShouldBe("changed");
        (await records.RemoveAsync(PrivateKind.Case, "discord:1", "AAAAAAAA", default)).ShouldBeTrue();
        (await records.ListAsync(PrivateKind.Case, "discord:1", default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Neither_content_nor_member_can_be_read_in_the_database(bool postgres)
    {
        var database = await Database.OpenAsync(await databases.NewAsync(postgres), TimeProvider.System, default);
        await database.Private.AddAsync(PrivateKind.Case, "discord:80351110224678912", Record("BBBBBBBB"), default);
        await using var context = database.Open();
        var row = await context.PrivateRecords.SingleAsync(row => row.Id == "BBBBBBBB", CancellationToken.None);
        System.Text.Encoding.UTF8.GetString(row.Content).ShouldNotContain("film");
        (await context.PrivateHolders.SingleAsync(held => held.RecordId == "BBBBBBBB", CancellationToken.None)).Holder.ShouldNotContain("80351110224678912");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_process_with_the_same_keys_reads_it_and_one_with_others_says_which_setting_to_mend(bool postgres)
    {
        var options = await databases.NewAsync(postgres);
        await (await Database.OpenAsync(options, TimeProvider.System, default)).Private.AddAsync(PrivateKind.Case, "m", Record("CCCCCCCC"), default);
        (await (await Database.OpenAsync(options, TimeProvider.System, default)).Private.FindAsync(PrivateKind.Case, "m", "CCCCCCCC", default))!.Content.ShouldBe(Secret);
        var stranger = await Database.OpenAsync(options with { KeysFolder = options.KeysFolder + "-other" }, TimeProvider.System, default);
        (await Should.ThrowAsync<StorageException>(() => stranger.Private.ListAsync(PrivateKind.Case, "m", default))).Message.ShouldContain("NodeBot:KeysFolder");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_processes_that_start_at_once_read_what_the_other_has_written(bool postgres)
    {
        var options = await databases.NewAsync(postgres);
        var both = await Task.WhenAll(Task.Run(() => Database.OpenAsync(options, TimeProvider.System, default)), Task.Run(() => Database.OpenAsync(options, TimeProvider.System, default)));
        await Task.WhenAll(both.Select((database, i) => Task.Run(() => database.Private.AddAsync(PrivateKind.Case, "m", Record("DDDDDDD" + "AB"[i]), default))));
        foreach (var database in both)
            (await database.Private.ListAsync(PrivateKind.Case, "m", default)).Select(record => record.Content).ShouldBe([Secret, Secret]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Changes_at_once_are_all_kept(bool postgres)
    {
        var records = (await Database.OpenAsync(await databases.NewAsync(postgres), TimeProvider.System, default)).Private;
        await records.AddAsync(PrivateKind.Case, "m", Record("EEEEEEEE") with { Content = "" }, default);
        await Task.WhenAll("abcd".Select(letter => Task.Run(() => records.ChangeAsync(PrivateKind.Case, "m", "EEEEEEEE", record => record with { Content = record.Content + letter }, default))));
        (await records.FindAsync(PrivateKind.Case, "m", "EEEEEEEE", default))!.Content.Order().ShouldBe("abcd");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_code_takes_a_record_along_once_and_for_a_week(bool postgres)
    {
        var time = new SetTime();
        var records = (await Database.OpenAsync(await databases.NewAsync(postgres), time, default)).Private;
        await records.AddAsync(PrivateKind.Case, "discord:1", Record("FFFFFFFF"), default);
        var old = await records.MakeCodeAsync(PrivateKind.Case, "discord:1", "FFFFFFFF", default);
        var code = await records.MakeCodeAsync(PrivateKind.Case, "discord:1", "FFFFFFFF", default);
        (await records.TakeAsync(PrivateKind.Case, "web:x", old!, default)).ShouldBeNull();
        (await records.TakeAsync(PrivateKind.Case, "web:x", "AAAA-AAAA-AAAA-AAAA", default)).ShouldBeNull();
        (await records.TakeAsync(PrivateKind.Case, "web:x", code!.ToLowerInvariant(), default))!.Content.ShouldBe(Secret);
        (await records.TakeAsync(PrivateKind.Case, "web:y", code, default)).ShouldBeNull();
        (await records.FindAsync(PrivateKind.Case, "web:x", "FFFFFFFF", default)).ShouldNotBeNull();
        (await records.FindAsync(PrivateKind.Case, "discord:1", "FFFFFFFF", default)).ShouldNotBeNull();

        var late = await records.MakeCodeAsync(PrivateKind.Case, "discord:1", "FFFFFFFF", default);
        time.Advance(PrivateRecords.CodeIsGood);
        (await records.TakeAsync(PrivateKind.Case, "web:z", late!, default)).ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_due_is_found_until_it_is_changed_and_what_is_over_is_deleted(bool postgres)
    {
        var records = (await Database.OpenAsync(await databases.NewAsync(postgres), TimeProvider.System, default)).Private;
        var now = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        await records.AddAsync(PrivateKind.Case, "m", Record("GGGGGGGG") with { RemindAt = now }, default);
        await records.AddAsync(PrivateKind.Case, "m", Record("HHHHHHHH") with { RemindAt = now.AddMinutes(1) }, default);
        await records.AddAsync(PrivateKind.Case, "m", Record("IIIIIIII") with { DeleteAt = now }, default);
        (await records.DueAsync(now, 10, default)).Single().Id.ShouldBe("GGGGGGGG");
        await records.ChangeDueAsync("GGGGGGGG", record => record with { RemindAt = null }, default);
        (await records.DueAsync(now, 10, default)).ShouldBeEmpty();
        (await records.PurgeAsync(now, default)).ShouldBe(1);
        (await records.ListAsync(PrivateKind.Case, "m", default)).Select(record => record.Id).Order().ShouldBe(["GGGGGGGG", "HHHHHHHH"]);
        (await records.RemoveAllAsync("m", default)).ShouldBe(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_member_cannot_fill_the_disk(bool postgres)
    {
        var records = (await Database.OpenAsync(await databases.NewAsync(postgres), TimeProvider.System, default)).Private;
        for (var i = 0; i < PrivateRecords.MostPerMember; i++)
            (await records.AddAsync(PrivateKind.Letter, "m", Record(PrivateRecords.NewId()), default)).ShouldBeTrue();
        (await records.AddAsync(PrivateKind.Letter, "m", Record("JJJJJJJJ"), default)).ShouldBeFalse();
        (await records.AddAsync(PrivateKind.Case, "m", Record("JJJJJJJJ"), default)).ShouldBeTrue();
    }

    private static PrivateRecord Record(string id) => new(id, Secret) { DeleteAt = Later };
}
