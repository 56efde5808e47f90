namespace NodeBot.Web.Api;

/// <summary>What <c>POST /api/ask</c> takes.</summary>
/// <param name="Question">1 to 1,000 characters, no control characters.</param>
public sealed record AskRequest(string Question);
