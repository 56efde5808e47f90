namespace NodeBot.Discord.Wire;

/// <summary>A file of the same message: <c>attachment://name.ext</c>.</summary>
internal sealed record MediaProperties(string Url);
