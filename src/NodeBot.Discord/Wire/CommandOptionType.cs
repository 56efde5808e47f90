namespace NodeBot.Discord.Wire;

/// <summary>Types of options that the bot uses.</summary>
internal enum CommandOptionType
{
    SubCommand = 1,
    SubCommandGroup = 2,
    String = 3,
    Boolean = 5,
    Channel = 7,
    Role = 8,
}
