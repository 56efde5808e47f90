namespace NodeBot.Core.Conversation;

/// <summary>What an option takes.</summary>
public enum OptionKind
{
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    YesNo,

    /// <summary>A channel of the community, by its platform's id.</summary>
    Channel,

    /// <summary>A role of the community, by its platform's id.</summary>
    Role,
}
