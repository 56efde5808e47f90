namespace NodeBot.Terminal;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>What was asked for ran and found something wrong: bad knowledge, a failing check.</summary>
    public const int Failed = 1;

    /// <summary>Ended by Ctrl-C: 128 + SIGINT, as shells count.</summary>
    public const int Stopped = 130;

    /// <summary>The command or a setting is wrong; nothing ran.</summary>
    public const int Usage = 2;
}
