namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>PUT /collections/{name}/points</c>.</summary>
/// <param name="Points">The points.</param>
/// <param name="UpdateFilter">A point that is there and does not match is left alone; one that is not there is written.</param>
internal sealed record UpsertPoints(IReadOnlyList<Point> Points, Filter? UpdateFilter);
