namespace NodeBot.Discord.Wire;

/// <summary>Types of application commands.</summary>
internal enum CommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
}
