namespace NodeBot.Core.Letters;

/// <summary>What a field takes.</summary>
public enum LetterFieldType
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,
    Date,
    Ip,
    Email,
    Url,
    Choice,
}
