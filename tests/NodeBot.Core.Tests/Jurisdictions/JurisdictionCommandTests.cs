using Microsoft.Extensions.Time.Testing;
using NodeBot.Core.Conversation;
using NodeBot.Core.Jurisdictions;

namespace NodeBot.Core.Tests.Jurisdictions;

public sealed class JurisdictionCommandTests : IDisposable
{
    private readonly MemoryFollows _follows = new();
    private readonly MemoryReports _reports = new();
    private readonly RecordingPoster _poster = new();
    private readonly HumanRequests _requests = new(TimeProvider.System);
    private readonly Dispatcher _dispatcher;

    public JurisdictionCommandTests()
    {
        var knowledge = TestCountries.Knowledge();
        var countries = new CountryFinder(knowledge);
        var question = new CountryQuestion(countries);
        var replies = new JurisdictionReplies(knowledge);
        Task<JurisdictionFollows> Follows() => Task.FromResult<JurisdictionFollows>(_follows);
        Task<ChangeReports> Reports() => Task.FromResult<ChangeReports>(_reports);
        ChannelPoster? Poster(Surface surface) => surface == Surface.Discord ? _poster : null;
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        _dispatcher = new Dispatcher(
        [
            new JurisdictionShowCommand(question, replies), new JurisdictionCompareCommand(question), new JurisdictionListCommand(countries),
            new JurisdictionReportCommand(question, _requests, Reports), new JurisdictionReportsCommand(countries, Reports),
            new JurisdictionPostCommand(question, replies, Poster, Follows, time), new JurisdictionFollowCommand(question, Poster, Follows, time), new JurisdictionUnfollowCommand(countries, Follows),
        ]);
    }

    public void Dispose() => _requests.Dispose();

    [Fact]
    public async Task Show_has_the_guides_line_todays_rule_letters_conditions_risk_and_sources()
    {
        var reply = await SayAsync("jurisdiction show", ("country", "deutschland"));
        reply.Blocks.OfType<QuoteBlock>().Single().Text.ShouldBe("Germany: TMG 8.");
        reply.Blocks.OfType<LinksBlock>().Single().Links.Single().Url.ShouldBe("https://example.org/source");
        reply.Blocks[^1].ShouldBeOfType<DisclaimerBlock>();
        foreach (var expected in new[] { "Normal risk", "Statute of Germany: Art 4.", "In force since 2024-02-17", "Digital Services Act", "Letters of Germany.", "Conditions of Germany.", "RIPE NCC", "As of 2026-05, confidence high" })
            Text(reply).ShouldContain(expected);
        Text(reply).ShouldNotContain(JurisdictionWords.NotSure);
        reply.Actions.ShouldContain(action => action.Says == "/organisation list DE");
    }

    [Fact]
    public async Task An_article_that_is_not_sure_is_marked() => Text(await SayAsync("jurisdiction show", ("country", "AT"))).ShouldContain("Check this: not sure of the article.");

    [Fact]
    public async Task A_restricted_country_gets_advice_against_an_exit_and_no_hosts()
    {
        var reply = await SayAsync("jurisdiction show", ("country", "Russia"));
        ((TextBlock)reply.Blocks[1]).Text.ShouldContain("advise against running an exit");
        reply.Actions.ShouldAllBe(action => !action.Says.StartsWith("/provider"));
    }

    [Fact]
    public async Task An_unknown_or_uncovered_country_gets_those_that_are_and_what_to_do_instead()
    {
        Text(await SayAsync("jurisdiction show", ("country", "Atlantis"))).ShouldContain("I cover: Germany, Austria");
        var slovakia = await SayAsync("jurisdiction show", ("country", "Slovakia"));
        Text(slovakia).ShouldContain("member of the European Union");
        slovakia.Actions[0].Says.ShouldBe("/jurisdiction show EU");
        Text(await SayAsync("jurisdiction show", ("country", "Japan"))).ShouldContain("Ask a lawyer there");
        (await SayAsync("jurisdiction show", ("country", "Austrlia"))).Actions.Select(action => action.Label).ShouldBe(["Austria", "Australia"]);
        Text(await SayAsync("jurisdiction show")).ShouldContain("Which country?");
    }

    [Fact]
    public async Task Compare_puts_a_line_for_each_country_below_each_aspect()
    {
        var reply = await SayAsync("jurisdiction compare", ("countries", "Germany, france vs US"));
        reply.Blocks.OfType<TextBlock>().ShouldAllBe(block => block.Text.Split('\n').Length == 3);
        Text(reply).ShouldContain("France: Elevated risk");
    }

    [Theory]
    [InlineData("Germany", "you named 1")]
    [InlineData("DE, AT, FR, US", "you named 4")]
    [InlineData("DE, Germany", "same country twice")]
    [InlineData("DE, Atlantis", "because of \"Atlantis\"")]
    [InlineData("", "you named 0")]
    public async Task Compare_says_what_it_cannot_compare(string countries, string expected) => Text(await SayAsync("jurisdiction compare", ("countries", countries))).ShouldContain(expected);

    [Fact]
    public async Task List_groups_by_risk()
    {
        var reply = await SayAsync("jurisdiction list");
        reply.Blocks.OfType<TextBlock>().Select(block => block.Text).ShouldContain("Russia (RU)");
        reply.Blocks.OfType<HeadingBlock>().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_report_is_stored_redacted_shown_to_the_member_and_closed_by_moderators()
    {
        (await SayAsync("jurisdiction report-change", ("country", "DE"))).Form.ShouldNotBeNull().Says.ShouldBe("/jurisdiction report-change DE");
        var reply = await SayAsync("jurisdiction report-change", ("country", "DE"), ("text", "DDG changed, ask jane@example.org or 192.0.2.7"));
        var kept = reply.Blocks.OfType<MemberTextBlock>().Single().Text;
        kept.ShouldBe("DDG changed, ask [removed: e-mail] or [removed: IP address]");
        Text(reply).ShouldContain("I took out: e-mail, IP address");
        _reports.All.Single().Text.ShouldBe(kept);
        Text(await SayAsync("jurisdiction reports", moderator: false)).ShouldContain("for those who moderate");
        Text(await ModerateAsync("jurisdiction reports")).ShouldContain("DDG changed");
        Text(await ModerateAsync("jurisdiction reports", ("close", "x"))).ShouldContain("takes the number");
        Text(await ModerateAsync("jurisdiction reports", ("close", "1"), ("as", "Rejected"))).ShouldContain("is closed");
        Text(await ModerateAsync("jurisdiction reports", ("close", "1"))).ShouldContain("no open report");
        Text(await ModerateAsync("jurisdiction reports")).ShouldContain("No report is open");
    }

    [Fact]
    public async Task Reports_are_proposed_to_moderators_alone()
    {
        await SayAsync("jurisdiction report-change", ("country", "DE"), ("text", "It changed."));
        var turn = Turn("jurisdiction reports", moderator: false);
        (await _dispatcher.CompleteAsync(turn, "close", "", default)).ShouldBeEmpty();
        (await _dispatcher.CompleteAsync(turn with { IsModerator = true }, "close", "", default)).Single().Value.ShouldBe("1");
    }

    [Fact]
    public async Task Nobody_floods_the_moderators()
    {
        for (var i = 0; i < HumanRequests.Most; i++)
            await SayAsync("jurisdiction report-change", ("country", "DE"), ("text", "again"));
        Text(await SayAsync("jurisdiction report-change", ("country", "DE"), ("text", "again"))).ShouldContain("within the last hour");
        _reports.All.Count.ShouldBe(HumanRequests.Most);
    }

    [Fact]
    public async Task A_summary_is_posted_once_at_once_and_a_plan_is_kept()
    {
        Text(await ModerateAsync("jurisdiction post", ("channel", "11"), ("country", "DE"))).ShouldContain("is posted");
        _poster.Posts.Single().Channel.ShouldBe("11");
        Text(await ModerateAsync("jurisdiction post", ("channel", "11"), ("country", "DE"), ("every", "week"))).ShouldContain("every week");
        _follows.All.Single().Kind.ShouldBe(FollowKind.Week);
        await ModerateAsync("jurisdiction post", ("channel", "11"), ("country", "DE"), ("every", "month"));
        _follows.All.Single().Kind.ShouldBe(FollowKind.Month);
        Text(await ModerateAsync("jurisdiction post", ("channel", "11"), ("country", "DE"), ("every", "minute"))).ShouldContain("every is one of");
        Text(await ModerateAsync("jurisdiction post", ("channel", "a b"), ("country", "DE"))).ShouldContain("Which channel?");
        _poster.Problem = "I may not write there.";
        Text(await ModerateAsync("jurisdiction post", ("channel", "11"), ("country", "DE"))).ShouldContain("could not be posted. I may not");
    }

    [Fact]
    public async Task What_is_followed_can_be_seen_and_ended()
    {
        Text(await ModerateAsync("jurisdiction follow")).ShouldContain("No channel follows");
        Text(await ModerateAsync("jurisdiction follow", ("channel", "11"), ("country", "Germny"))).ShouldContain("When what I know of Germany changes");
        _follows.All.Single().Fields.ShouldBe(JurisdictionFields.Write(TestCountries.Country("DE", "Germany")));
        Text(await ModerateAsync("jurisdiction follow")).ShouldContain("Germany, what changes");
        Text(await ModerateAsync("jurisdiction unfollow", ("channel", "11"), ("country", "deutschland"))).ShouldContain("Nothing more is posted");
        _follows.All.ShouldBeEmpty();
        Text(await ModerateAsync("jurisdiction unfollow", ("channel", "11"), ("country", "DE"))).ShouldContain("Nothing was posted");
    }

    private ValueTask<Reply> SayAsync(string command, params (string Name, string Value)[] options) => SayAsync(command, moderator: false, options);

    private ValueTask<Reply> ModerateAsync(string command, params (string Name, string Value)[] options) => SayAsync(command, moderator: true, options);

    private ValueTask<Reply> SayAsync(string command, bool moderator, params (string Name, string Value)[] options) => _dispatcher.DispatchAsync(Turn(command, moderator, options), TestContext.Current.CancellationToken);

    private static Turn Turn(string command, bool moderator, params (string Name, string Value)[] options) =>
        new(Surface.Discord, command, options.ToDictionary(option => option.Name, option => option.Value)) { Community = "discord:1", Channel = "9", Member = "discord:7", IsModerator = moderator };

    private static string Text(Reply reply) => string.Join('\n', reply.Blocks.Select(block => block.ToString()));
}
