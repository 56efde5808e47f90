namespace NodeBot.Core.Conversation;

/// <summary>A file that goes with a reply.</summary>
/// <param name="Name">With its extension; letters, digits, dots and dashes.</param>
/// <param name="MediaType">Such as <c>text/plain</c>.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Description">What it is, one line.</param>
public sealed record ReplyFile(string Name, string MediaType, ReadOnlyMemory<byte> Content, string Description);
