using System.Text.Json;
using System.Text.Json.Nodes;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Commands;

/// <summary>Compares the commands that are registered with those that should be.</summary>
internal static class CommandComparison
{
    private static readonly string[] CommandFields =
        ["type", "name", "description", "name_localizations", "description_localizations", "options", "default_member_permissions", "contexts", "integration_types"];

    private static readonly string[] OptionFields =
        ["type", "name", "description", "name_localizations", "description_localizations", "required", "choices", "autocomplete", "max_length", "channel_types", "options"];

    /// <param name="registered">As the server gave them.</param>
    /// <param name="wanted">As they should be.</param>
    /// <returns>A line for each difference: "+ /ask", "- /old", "~ /guide: description"; none when all is as it should be.</returns>
    public static IReadOnlyList<string> Differences(JsonArray registered, IReadOnlyList<CommandProperties> wanted)
    {
        var before = ByName(registered);
        var after = ByName((JsonArray)JsonSerializer.SerializeToNode(wanted, DiscordJson.Default.IReadOnlyListCommandProperties)!);
        return
        [
            .. after.Where(pair => !before.ContainsKey(pair.Key)).Select(pair => $"+ {pair.Key}"),
            .. before.Where(pair => !after.ContainsKey(pair.Key)).Select(pair => $"- {pair.Key}"),
            .. after.Where(pair => before.ContainsKey(pair.Key)).SelectMany(pair => Changed(pair.Key, before[pair.Key], pair.Value)),
        ];
    }

    private static IEnumerable<string> Changed(string name, JsonObject before, JsonObject after)
    {
        var fields = CommandFields.Where(field => !JsonNode.DeepEquals(before[field], after[field])).ToList();
        return fields.Count == 0 ? [] : [$"~ {name}: {string.Join(", ", fields)}"];
    }

    private static Dictionary<string, JsonObject> ByName(JsonArray commands)
    {
        var named = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var command in commands.OfType<JsonObject>())
        {
            var plain = Plain(command, CommandFields);
            var isTyped = plain["type"]?.GetValueKind() != JsonValueKind.Number || (int)plain["type"]! == (int)CommandType.ChatInput;
            named[(isTyped ? "/" : "menu ") + (string?)plain["name"]] = plain;
        }

        return named;
    }

    // What the server adds (ids, versions) and its ways of saying "none" make no difference.
    private static JsonObject Plain(JsonObject from, string[] fields)
    {
        var plain = new JsonObject();
        foreach (var field in fields)
        {
            switch (from[field])
            {
                case JsonArray { Count: > 0 } array when field == "options":
                    plain[field] = new JsonArray([.. array.OfType<JsonObject>().Select(option => (JsonNode)Plain(option, OptionFields))]);
                    break;
                case JsonArray { Count: > 0 } array when field == "choices":
                    plain[field] = new JsonArray([.. array.OfType<JsonObject>().Select(choice => (JsonNode)Plain(choice, ["name", "value"]))]);
                    break;
                case JsonArray { Count: > 0 } array:
                    plain[field] = new JsonArray([.. array.Select(item => item!.DeepClone()).OrderBy(item => (int)item)]);
                    break;
                case JsonObject { Count: > 0 } map:
                    plain[field] = Sorted(map);
                    break;
                case JsonValue value when value.GetValueKind() is not JsonValueKind.False && !(value.GetValueKind() == JsonValueKind.String && ((string)value!).Length == 0):
                    plain[field] = value.DeepClone();
                    break;
            }
        }

        return plain;
    }

    private static JsonObject Sorted(JsonObject map)
    {
        var sorted = new JsonObject();
        foreach (var (key, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            sorted[key] = value?.DeepClone();
        return sorted;
    }
}
