namespace NodeBot.Web.Api;

/// <summary>What <c>POST /api/explain</c> takes.</summary>
/// <param name="Text">The letter, 1 to 100,000 characters. It is read and not kept.</param>
/// <param name="Received">When it arrived, as YYYY-MM-DD: periods count from then. Today (UTC) when left out.</param>
public sealed record ExplainRequest(string Text, DateOnly? Received);
