namespace NodeBot.Core.Conversation;

/// <summary>What a command is called and takes: the one place that menus, help and registrations are made from.</summary>
/// <param name="Name">Lower case, one to three words, each 1 to 32 letters (Discord's limit for slash commands): <c>ask</c>, <c>nodebot settings</c>.</param>
/// <param name="Description">One line, at most 100 characters (Discord's limit).</param>
/// <param name="Options">In order; required ones first.</param>
/// <param name="Example">The command as a person would type it.</param>
public sealed record CommandSpec(string Name, string Description, IReadOnlyList<OptionSpec> Options, string Example)
{
    public Audience Audience { get; init; }

    /// <summary>Whether the reply is only ever shown to the person who asked.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it keeps something for the person alone: a surface without accounts then gives that person a name of its own.</summary>
    public bool KeepsForMember { get; init; }

    /// <summary>Whether it works only inside a community.</summary>
    public bool NeedsCommunity { get; init; }

    /// <summary>Whether it stands in menus, help and registrations; what is only pressed does not.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>What stands in the menu of somebody's message, at most 32 characters; the message's text becomes the first option. Null for none.</summary>
    public string? MessageMenu { get; init; }

    /// <summary>The first word of the name; communities switch features on and off by it.</summary>
    public string Feature => Name.Split(' ')[0];

    /// <returns>Whether menus and help show it to the person of a turn, where that person is.</returns>
    public bool IsShownTo(Turn turn) => IsListed && (turn.Community is not null || !NeedsCommunity) && (turn.IsModerator || Audience == Audience.Everyone);
}
