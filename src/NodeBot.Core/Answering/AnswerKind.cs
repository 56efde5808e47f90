namespace NodeBot.Core.Answering;

public enum AnswerKind
{
    /// <summary>Made of verbatim quotes.</summary>
    Quoted,

    /// <summary>Written by a language model and verified against the quotes.</summary>
    Composed,

    /// <summary>The knowledge does not hold an answer.</summary>
    Declined,
}
