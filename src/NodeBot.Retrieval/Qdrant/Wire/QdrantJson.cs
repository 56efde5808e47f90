using System.Text.Json.Serialization;

namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>All that goes over the wire. The server ignores unknown fields in silence, so requests are only ever made of these types.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RootInfo))]
[JsonSerializable(typeof(CreateCollection))]
[JsonSerializable(typeof(PatchCollection))]
[JsonSerializable(typeof(CreateIndex))]
[JsonSerializable(typeof(UpsertPoints))]
[JsonSerializable(typeof(DeletePoints))]
[JsonSerializable(typeof(QueryPoints))]
[JsonSerializable(typeof(RetrievePoints))]
[JsonSerializable(typeof(ScrollPoints))]
[JsonSerializable(typeof(CountPoints))]
[JsonSerializable(typeof(AliasActions))]
[JsonSerializable(typeof(SparseVector))]
[JsonSerializable(typeof(IndexIdentity))]
[JsonSerializable(typeof(Envelope<bool>), TypeInfoPropertyName = "EnvelopeBool")]
[JsonSerializable(typeof(Envelope<CollectionInfo>), TypeInfoPropertyName = "EnvelopeCollectionInfo")]
[JsonSerializable(typeof(Envelope<CollectionList>), TypeInfoPropertyName = "EnvelopeCollectionList")]
[JsonSerializable(typeof(Envelope<AliasList>), TypeInfoPropertyName = "EnvelopeAliasList")]
[JsonSerializable(typeof(Envelope<UpdateResult>), TypeInfoPropertyName = "EnvelopeUpdateResult")]
[JsonSerializable(typeof(Envelope<QueryResult>), TypeInfoPropertyName = "EnvelopeQueryResult")]
[JsonSerializable(typeof(Envelope<IReadOnlyList<FoundPoint>>), TypeInfoPropertyName = "EnvelopeFoundPoints")]
[JsonSerializable(typeof(Envelope<ScrollResult>), TypeInfoPropertyName = "EnvelopeScrollResult")]
[JsonSerializable(typeof(Envelope<CountResult>), TypeInfoPropertyName = "EnvelopeCountResult")]
internal sealed partial class QdrantJson : JsonSerializerContext;
