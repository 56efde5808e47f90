namespace NodeBot.Core.Knowledge;

/// <summary>What kind of text a passage is; shown with every citation.</summary>
public enum PassageSource
{
    /// <summary>The guide "Tips for Running an Exit Node in a Distributed Network", word for word.</summary>
    Guide,

    /// <summary>Says beside a guide passage where it is out of date, dated and sourced.</summary>
    Note,

    /// <summary>Written by those who run this bot, added with <c>nodebot knowledge put</c>.</summary>
    Answer,

    /// <summary>What the law of one country says, dated and sourced.</summary>
    Jurisdiction,

    /// <summary>How one kind of complaint is handled.</summary>
    Playbook,

    /// <summary>What a hosting or internet provider is reported to allow.</summary>
    Provider,

    /// <summary>What a Regional Internet Registry shows, and who can change it.</summary>
    Registry,

    /// <summary>Who can help.</summary>
    Organisation,
}
