using System.Text.Json;
using CsCheck;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Tests.Qdrant;

public sealed class FilterTests
{
    private static readonly Gen<Condition> AnyCondition = Gen.OneOf(
        Gen.Select(Gen.String, Gen.String, (key, value) => Condition.Is(key, value)),
        Gen.Select(Gen.String, Gen.String.Array, (key, values) => Condition.IsAny(key, values)),
        Gen.Select(Gen.String, Gen.Long, (key, value) => Condition.LessThan(key, value)),
        Gen.Select(Gen.String, Gen.Long, (key, value) => Condition.AtMost(key, value)),
        Gen.Guid.Array.Select(Condition.IdIn));

    [Fact]
    public void Whatever_it_is_made_of_a_filter_to_delete_by_has_a_condition_that_can_be_false() =>
        Gen.Select(AnyCondition, AnyCondition.Array).Sample((first, others) =>
        {
            using var json = JsonDocument.Parse(JsonSerializer.Serialize(new DeletePoints(Filter.Where(first, others)), QdrantJson.Default.DeletePoints));
            var must = json.RootElement.GetProperty("filter").GetProperty("must");
            return must.GetArrayLength() == others.Length + 1 && must.EnumerateArray().All(IsReal);
        });

    [Fact]
    public void A_filter_cannot_be_made_empty() =>
        typeof(Filter).GetConstructors().ShouldBeEmpty("only Filter.Where makes one, and it asks for a first condition");

    // Exactly one of the ways to match, and none that means "everything".
    private static bool IsReal(JsonElement condition)
    {
        var names = condition.EnumerateObject().Select(property => property.Name).ToList();
        return names switch
        {
            ["has_id"] => condition.GetProperty("has_id").ValueKind == JsonValueKind.Array,
            ["key", "match"] => condition.GetProperty("match").EnumerateObject().Count() == 1,
            ["key", "range"] => condition.GetProperty("range").EnumerateObject().Count() == 1,
            _ => false,
        };
    }
}
