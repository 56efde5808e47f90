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
}
