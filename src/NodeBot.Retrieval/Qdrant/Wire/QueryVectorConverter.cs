using System.Text.Json;
using System.Text.Json.Serialization;

namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>Writes a dense vector as an array and a sparse one as an object.</summary>
internal sealed class QueryVectorConverter : JsonConverter<QueryVector>
{
    public override QueryVector Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Queries are only written.");

    public override void Write(Utf8JsonWriter writer, QueryVector value, JsonSerializerOptions options)
    {
        if (value.Sparse is { } sparse)
        {
            JsonSerializer.Serialize(writer, sparse, QdrantJson.Default.SparseVector);
            return;
        }

        writer.WriteStartArray();
        foreach (var number in value.Dense!.Value.Span)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
