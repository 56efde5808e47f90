namespace NodeBot.Terminal;

/// <summary>Who sits at the terminal: the data folder is one person's.</summary>
internal static class TerminalMember
{
    public const string Name = "terminal:local";
}
