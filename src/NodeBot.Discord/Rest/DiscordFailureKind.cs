namespace NodeBot.Discord.Rest;

/// <summary>Why a call had no success.</summary>
internal enum DiscordFailureKind
{
    /// <summary>Nothing answered, or only errors of the server's own.</summary>
    Unreachable,

    /// <summary>The token is wrong or was revoked.</summary>
    Unauthorized,

    /// <summary>The bot may not do it.</summary>
    Forbidden,

    /// <summary>There is no such thing, or it is too late.</summary>
    NotFound,

    /// <summary>The request was not accepted: a mistake of ours or a limit reached.</summary>
    Rejected,

    /// <summary>Asked to wait longer than it is worth.</summary>
    RateLimited,

    /// <summary>Not sent: too many requests were refused before.</summary>
    NotSent,
}
