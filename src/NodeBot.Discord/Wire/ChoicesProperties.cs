namespace NodeBot.Discord.Wire;

/// <summary>At most 25 proposals.</summary>
internal sealed record ChoicesProperties(IReadOnlyList<ChoiceProperties> Choices);
