using NodeBot.Core.Communities;

namespace NodeBot.Core.Conversation;

/// <summary>Gives each turn to its command, where the community's settings let it.</summary>
/// <param name="commands">All commands.</param>
/// <param name="communities">The communities' settings; null where there are none.</param>
public sealed class Dispatcher(IEnumerable<Command> commands, CommunityDirectory? communities = null)
{
    private readonly IReadOnlyList<Command> _commands = [.. commands];

    /// <summary>All commands, also those that are only pressed.</summary>
    public IEnumerable<CommandSpec> Specs => _commands.Select(command => command.Spec);

    /// <returns>The command's reply; for an unknown or refused command, what can be done instead.</returns>
    public async ValueTask<Reply> DispatchAsync(Turn turn, CancellationToken cancellation)
    {
        if (Find(turn) is not { } command)
            return Reply.Privately($"There is no command \"/{turn.Command}\". You can use: {Names(turn)}. Or just type your question.");
        if (turn.Community is null)
        {
            return command.Spec.NeedsCommunity || command.Spec.Audience == Audience.Moderators
                ? Reply.Privately($"/{command.Spec.Name} works only in a community that I was added to. Use it in one of its channels.")
                : await command.HandleAsync(turn, cancellation).ConfigureAwait(false);
        }

        var settings = communities is null ? CommunitySettings.Default : await communities.FindAsync(turn.Community, cancellation).ConfigureAwait(false);
        turn = turn with
        {
            Settings = settings,
            Language = settings.Language ?? turn.Language,
            IsModerator = turn.IsModerator || (settings.ModeratorsRole is { } role && turn.Roles.Contains(role)),
        };
        return Refuse(command.Spec, settings, turn) ?? await command.HandleAsync(turn, cancellation).ConfigureAwait(false);
    }

    /// <returns>Values to propose while a person types an option; none when there are none.</returns>
    public async ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, string typed, CancellationToken cancellation) =>
        Find(turn) is { } command ? Completion.Nearest(await command.CompleteAsync(turn, option, cancellation).ConfigureAwait(false), typed) : [];

    private Command? Find(Turn turn) => _commands.FirstOrDefault(candidate => candidate.Spec.Name == turn.Command);

    private static Reply? Refuse(CommandSpec spec, CommunitySettings settings, Turn turn)
    {
        if (spec.Audience == Audience.Moderators)
            return turn.IsModerator ? null : Reply.Privately($"/{spec.Name} is for those who moderate this community. Ask one of them.");
        if (!settings.Has(spec.Feature))
            return Reply.Privately($"The moderators have switched /{spec.Feature} off in this community. You can use it in a private message to me, or ask a moderator.");
        if (settings.Channels.Count > 0 && turn.Channel is not null && !settings.Channels.Contains(turn.Channel))
        {
            return new Reply([new PlacesBlock("The moderators have asked me to answer elsewhere. Ask me there:", [.. settings.Channels.Select(id => new Place(PlaceKind.Channel, id))])], [])
            {
                Visibility = Visibility.Private,
            };
        }

        return null;
    }

    private string Names(Turn turn) => string.Join(", ", Specs.Where(spec => spec.IsShownTo(turn)).Select(spec => "/" + spec.Name));
}
