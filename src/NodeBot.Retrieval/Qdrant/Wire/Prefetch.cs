using System.Text.Json.Serialization;

namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>One search of a hybrid query.</summary>
/// <param name="Query">A dense vector, or a sparse one.</param>
/// <param name="Using">Name of the vector.</param>
/// <param name="Limit">Length of its list.</param>
/// <param name="Filter">Given here as well as at the top: another community's points must never be in a list.</param>
/// <param name="Params">How to search; null for sparse vectors.</param>
internal sealed record Prefetch([property: JsonConverter(typeof(QueryVectorConverter))] QueryVector Query, string Using, int Limit, Filter Filter, SearchParams? Params);
