using System.Text.Json;

namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>What stands around every answer. <c>status</c> is a text on success and an object on failure.</summary>
internal sealed record Envelope<T>(T? Result, JsonElement Status);
