namespace NodeBot.Core.Conversation;

/// <summary>What a <see cref="Place"/> is.</summary>
public enum PlaceKind
{
    Channel,
    Role,
    Member,
}
