namespace NodeBot.Core.Conversation;

/// <summary>A part of a reply.</summary>
public abstract record Block;
