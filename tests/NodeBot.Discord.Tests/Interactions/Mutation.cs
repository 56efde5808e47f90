using System.Text;
using System.Text.Json.Nodes;
using NodeBot.Peers.Discord;

namespace NodeBot.Discord.Tests.Interactions;

/// <summary>Breaks interactions in ways that parsers stumble over.</summary>
internal static class Mutation
{
    private static readonly string[] Values =
        ["null", "true", "-1", "1e308", "99999999999999999999", "\"\"", "\"../../x\"", "\"\\u0000\"", "\"HALF\"", "[]", "{}", "[[[[[[[[[[]]]]]]]]]]", "{\"0\":{}}", "\"" + "x\\n".PadRight(5000, 'y') + "\""];

    public static byte[] Of(JsonObject seed, Random random)
    {
        var copy = (JsonObject)seed.DeepClone();
        copy["id"] = FakeInteractions.NewId();
        if (random.Next(4) == 0)
            return Bytes(copy, random);
        for (var i = random.Next(1, 4); i > 0; i--)
            Change(copy, random);
        return Encoding.UTF8.GetBytes(copy.ToJsonString().Replace("HALF", "\\ud800"));
    }

    private static byte[] Bytes(JsonObject json, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(json.ToJsonString());
        for (var i = random.Next(1, 8); i > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(3) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static void Change(JsonNode node, Random random)
    {
        var at = node;
        for (var depth = random.Next(1, 7); depth > 0; depth--)
        {
            switch (at)
            {
                case JsonObject { Count: > 0 } map:
                    var key = map.ElementAt(random.Next(map.Count)).Key;
                    if (depth == 1 || map[key] is null or JsonValue)
                    {
                        if (random.Next(3) == 0)
                            map.Remove(key);
                        else
                            map[key] = JsonNode.Parse(Values[random.Next(Values.Length)]);
                        return;
                    }

                    at = map[key]!;
                    break;
                case JsonArray { Count: > 0 } list:
                    var index = random.Next(list.Count);
                    if (depth == 1 || list[index] is null or JsonValue)
                    {
                        list[index] = JsonNode.Parse(Values[random.Next(Values.Length)]);
                        return;
                    }

                    at = list[index]!;
                    break;
                default:
                    return;
            }
        }
    }
}
