namespace NodeBot.Discord.Wire;

/// <summary>A form of one to five labelled components.</summary>
internal sealed record ModalProperties(string CustomId, string Title, IReadOnlyList<ComponentProperties> Components);
