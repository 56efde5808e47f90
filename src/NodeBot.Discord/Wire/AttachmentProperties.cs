namespace NodeBot.Discord.Wire;

/// <summary>Names the file that is sent as part <c>files[Id]</c>.</summary>
internal sealed record AttachmentProperties(string Id, string Filename, string Description);
