namespace NodeBot.Discord.Wire;

/// <summary>A value of an option; 100 characters each.</summary>
internal sealed record ChoiceProperties(string Name, string Value);
