namespace NodeBot.Discord.Rest;

/// <summary>Why a call had no success. Holds no token and no text.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="Code">Discord's error code; 0 when there is none.</param>
internal sealed record DiscordFailure(DiscordFailureKind Kind, int Status = 0, int Code = 0)
{
    /// <summary>The interaction was answered before: by us, in a try whose answer was lost.</summary>
    public const int AlreadyAcknowledged = 40060;

    /// <summary>The bot cannot see the channel.</summary>
    public const int MissingAccess = 50001;

    public const int CannotMessageUser = 50007;

    public const int MissingPermissions = 50013;

    public const int DailyCommandLimit = 30034;

    public const int ThreadExists = 160004;

    /// <summary>One line for the log, the doctor and the person who waits: what is wrong and how to mend it.</summary>
    public string Mend => (Kind, Code) switch
    {
        (DiscordFailureKind.Unauthorized, _) => "Discord does not accept the bot's token. Reset it under \"Bot\" of your application, set NodeBot:Discord:Token to the new one and start NodeBot again.",
        (_, DailyCommandLimit) => "Discord takes no new commands from this bot today: 200 were created. Try again tomorrow.",
        (_, MissingAccess) => "I cannot see that channel. Give my role \"View Channel\" and \"Send Messages\" there.",
        (_, MissingPermissions) => "I may not do that there. Give my role \"Send Messages\", \"Send Messages in Threads\", \"Create Public Threads\", \"Embed Links\" and \"Attach Files\" in that channel.",
        (_, CannotMessageUser) => "I cannot write to that person: their private messages are closed.",
        (DiscordFailureKind.Forbidden, _) => $"Discord does not let the bot do that (code {Code}). Check its permissions in the server's settings.",
        (DiscordFailureKind.NotFound, _) => "That channel or message is not there any more.",
        (DiscordFailureKind.RateLimited or DiscordFailureKind.NotSent, _) => "Discord asks me to slow down. Try again in a few minutes.",
        (DiscordFailureKind.Unreachable, _) => "Discord does not answer. Check the network and https://discordstatus.com, and try again.",
        _ => $"Discord did not accept the request (status {Status}, code {Code}). Please report this to NodeBot's authors.",
    };
}
