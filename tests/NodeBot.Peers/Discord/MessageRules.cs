using System.Text.Json.Nodes;

namespace NodeBot.Peers.Discord;

/// <summary>What Discord holds of a message, as its documentation says; beside the OpenAPI description, which does not say all of it.</summary>
public static class MessageRules
{
    private const int ComponentsV2 = 1 << 15;
    private static readonly int[] NotInV1 = [9, 10, 11, 12, 13, 14, 17];

    /// <returns>What is wrong with a message; none when it is one.</returns>
    public static IEnumerable<string> Problems(JsonNode? message)
    {
        if (message is not JsonObject)
        {
            yield return "no object";
            yield break;
        }

        if (message["allowed_mentions"]?["parse"] is not JsonArray { Count: 0 } || message["allowed_mentions"]!["users"] is not null || message["allowed_mentions"]!["roles"] is not null || (bool?)message["allowed_mentions"]!["replied_user"] == true)
            yield return "could mention somebody";
        var components = Flat(message["components"]).ToList();
        if (components.Count > 40)
            yield return $"{components.Count} components";
        var keys = components.Select(component => (string?)component["custom_id"]).OfType<string>().ToList();
        if (keys.Distinct(StringComparer.Ordinal).Count() != keys.Count)
            yield return "custom_id twice";
        if (((int?)message["flags"] ?? 0) is var flags && (flags & ComponentsV2) != 0)
        {
            if (message["content"] is not null || message["embeds"] is not null)
                yield return "content or embeds beside components v2";
            if (components.Count == 0)
                yield return "empty";
            if (components.Sum(component => ((string?)component["content"])?.Length ?? 0) is var length && length > 4000)
                yield return $"{length} characters";
            var shown = components.Select(component => (string?)component["file"]?["url"]).OfType<string>().Order().ToList();
            var sent = (message["attachments"] as JsonArray ?? []).Select(file => "attachment://" + (string?)file!["filename"]).Order().ToList();
            if (!shown.SequenceEqual(sent))
                yield return "files and file components differ";
        }
        else
        {
            if (components.Any(component => NotInV1.Contains((int)component["type"]!)))
                yield return "components v2 without the flag";
            if ((message["components"] as JsonArray ?? []).Count > 5)
                yield return "more than 5 rows";
            var embeds = message["embeds"] as JsonArray ?? [];
            if (embeds.Sum(embed => ((string?)embed!["description"])?.Length ?? 0) > 6000)
                yield return "embeds too long";
            if (embeds.Count == 0 && ((string?)message["content"] ?? "").Length == 0 && message["attachments"] is null)
                yield return "empty";
        }
    }

    /// <returns>Components, those inside others too.</returns>
    public static IEnumerable<JsonObject> Flat(JsonNode? components)
    {
        foreach (var component in (components as JsonArray ?? []).OfType<JsonObject>())
        {
            yield return component;
            foreach (var inside in Flat(component["components"]))
                yield return inside;
            if (component["accessory"] is JsonObject accessory)
                yield return accessory;
        }
    }
}
