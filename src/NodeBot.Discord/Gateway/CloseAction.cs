namespace NodeBot.Discord.Gateway;

/// <summary>What to do when a connection has ended.</summary>
internal enum CloseAction
{
    /// <summary>Connect again and go on with the session.</summary>
    Resume,

    /// <summary>Connect again and begin a new session.</summary>
    Identify,

    /// <summary>Stop: nothing gets better by trying again.</summary>
    Stop,
}
