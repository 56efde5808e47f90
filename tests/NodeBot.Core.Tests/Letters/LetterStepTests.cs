using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Letters;
using NodeBot.Core.Tests.Complaints.Cases;

namespace NodeBot.Core.Tests.Letters;

public sealed class LetterStepTests
{
    private readonly MemoryRecords _records = new();
    private readonly LetterDesk _desk;
    private readonly Dispatcher _dispatcher;

    public LetterStepTests()
    {
        var writer = new LetterWriter(KnowledgeLoader.Load(Folders.Knowledge).Knowledge!);
        _desk = new LetterDesk(writer, new LetterDrafts(() => Task.FromResult<NodeBot.Core.Privacy.PrivateRecords>(_records), TimeProvider.System));
        _dispatcher = new Dispatcher([new LetterListCommand(writer), new LetterWriteCommand(_desk), new LetterStepCommand(_desk)]);
    }

    [Fact]
    public async Task A_letter_is_filled_in_parts_shown_and_taken_along()
    {
        var first = await SayAsync("/letter write ask-host-permission");
        first.Visibility.ShouldBe(Visibility.Private);
        first.Form!.Fields.Select(field => field.Option).ShouldBe(["host", "network", "name", "contact"]);
        var shown = await SayAsync(first.Form.Says, new() { ["host"] = "Example", ["network"] = "Sentinel", ["name"] = "A", ["contact"] = "a@example.org" });
        shown.Blocks.OfType<MemberTextBlock>().Single().Text.ShouldContain("exit node of Sentinel");
        shown.Files.Select(file => file.Name).ShouldBe(["ask-host-permission.txt", "ask-host-permission.docx"]);
        shown.Blocks.OfType<DisclaimerBlock>().Count().ShouldBe(1);
        var german = await SayAsync(shown.Actions.First(action => action.Label == "In German").Says);
        german.Blocks.OfType<MemberTextBlock>().Single().Text.ShouldContain("Sehr geehrte Damen und Herren");
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_what_was_typed_stays()
    {
        var first = await SayAsync("/letter write ask-host-permission");
        var again = await SayAsync(first.Form!.Says, new() { ["host"] = "Example", ["network"] = "Sentinel", ["name"] = "", ["contact"] = "nobody" });
        TestCases.Text(again).ShouldContain("is no e-mail address");
        again.Form!.Fields.Single(field => field.Option == "contact").Value.ShouldBe("nobody");
        again.Form.Fields.Single(field => field.Option == "host").Value.ShouldBe("Example");
    }

    [Fact]
    public async Task Another_member_sees_nothing_of_it()
    {
        var first = await SayAsync("/letter write inform-isp");
        foreach (var action in first.Actions.Select(action => action.Says).Append(first.Form!.Says).Append(first.Form.Opener!))
            TestCases.Text(await SayAsync(action, member: "discord:2")).ShouldContain("There is no such letter");
        TestCases.Text(await SayAsync(first.Actions[0].Says)).ShouldNotContain("There is no such letter");
    }

    [Fact]
    public async Task Everything_of_every_letter_fits_a_form()
    {
        foreach (var template in _desk.Writer.Templates)
        {
            foreach (var language in LetterTemplate.Languages)
            {
                for (var page = 0; page < LetterDesk.Pages(template); page++)
                {
                    var form = LetterDesk.Form(new LetterDraft { Id = "AAAAAAAA", Template = template.Id, Language = language }, template, page);
                    form.Title.Length.ShouldBeLessThanOrEqualTo(45);
                    form.Says.Length.ShouldBeLessThanOrEqualTo(95);
                    form.Fields.Count.ShouldBeInRange(1, 5);
                    form.Fields.ShouldAllBe(field => field.Label.Length <= 45 && field.Description.Length <= 100 && field.Choices.Count <= 25);
                }
            }

            await SayAsync($"/letter write {template.Id}", member: "discord:" + template.Id);
        }
    }

    private async Task<Reply> SayAsync(string said, Dictionary<string, string>? fields = null, string member = "discord:1")
    {
        var turn = Turn.Parse(Surface.Discord, said, _dispatcher.Specs) with { Member = member };
        foreach (var (name, value) in fields ?? [])
            ((Dictionary<string, string>)turn.Options)[name] = value;
        return await _dispatcher.DispatchAsync(turn, default);
    }
}
