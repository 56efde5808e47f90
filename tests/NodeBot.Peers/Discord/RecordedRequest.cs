using System.Text.Json.Nodes;

namespace NodeBot.Peers.Discord;

/// <summary>A request that the fake got.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">Below <c>/api/v10</c>, without its query.</param>
/// <param name="Body">The JSON, of a multipart body its <c>payload_json</c>; null for none.</param>
/// <param name="Files">Names and lengths of the files.</param>
/// <param name="Headers">All headers.</param>
/// <param name="Status">What it was answered with.</param>
public sealed record RecordedRequest(string Method, string Path, JsonNode? Body, IReadOnlyList<(string Name, long Length)> Files, IReadOnlyDictionary<string, string> Headers, int Status);
