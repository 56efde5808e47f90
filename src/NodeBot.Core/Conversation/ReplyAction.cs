namespace NodeBot.Core.Conversation;

/// <summary>Something to press: it says <paramref name="Says"/> in the person's place.</summary>
/// <param name="Label">What stands on it.</param>
/// <param name="Says">Text as a person would type it, such as a question or <c>/guide ID</c>.</param>
/// <param name="Kind">What it is for.</param>
public sealed record ReplyAction(string Label, string Says, ActionKind Kind = ActionKind.Next);
