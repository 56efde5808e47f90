namespace NodeBot.Web;

/// <summary>What the web surface can be told.</summary>
/// <param name="PublicUrl">Where people reach the pages; null for where the server listens.</param>
/// <param name="RateLimitPerMinute">Questions a minute from one client address.</param>
public sealed record WebOptions(Uri? PublicUrl, int RateLimitPerMinute);
