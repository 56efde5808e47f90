using NodeBot.Core.Conversation;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Organisations;
using NodeBot.Core.Providers;
using NodeBot.Core.Registries;
using NodeBot.Storage;

namespace NodeBot;

/// <summary>The commands about countries, providers, registries and organisations.</summary>
internal static class CountryCommands
{
    public static IEnumerable<Command> Of(KnowledgeBase knowledge, CountryFinder countries, HumanRequests requests, Func<Surface, ChannelPoster?> posters, Func<Task<Database>> database)
    {
        var question = new CountryQuestion(countries);
        var replies = new JurisdictionReplies(knowledge);
        async Task<JurisdictionFollows> FollowsAsync() => (await database().ConfigureAwait(false)).Follows;
        async Task<ChangeReports> ReportsAsync() => (await database().ConfigureAwait(false)).ChangeReports;
        var list = new ProviderListCommand(knowledge, countries, TimeProvider.System);
        return
        [
            new JurisdictionShowCommand(question, replies),
            new JurisdictionCompareCommand(question),
            new JurisdictionListCommand(countries),
            new JurisdictionReportCommand(question, requests, ReportsAsync),
            new JurisdictionReportsCommand(countries, ReportsAsync),
            new JurisdictionPostCommand(question, replies, posters, FollowsAsync, TimeProvider.System),
            new JurisdictionFollowCommand(question, posters, FollowsAsync, TimeProvider.System),
            new JurisdictionUnfollowCommand(countries, FollowsAsync),
            new ProviderLookupCommand(knowledge, countries, list, TimeProvider.System),
            list,
            new RegistryCommand(knowledge, countries),
            new OrganisationListCommand(knowledge, countries),
        ];
    }
}
