using System.Globalization;
using System.Text.Json.Nodes;

namespace NodeBot.Peers.Discord;

/// <summary>Interactions as Discord sends them.</summary>
public static class FakeInteractions
{
    private static long _last = 1_300_000_000_000_000_000;

    /// <returns>An id that was not given before in this process.</returns>
    public static string NewId() => Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);

    /// <param name="name">The command.</param>
    /// <param name="options">Its options as they are sent.</param>
    public static JsonObject Command(string name, params JsonObject[] options) => With(2, new JsonObject
    {
        ["id"] = NewId(), ["name"] = name, ["type"] = 1, ["options"] = new JsonArray([.. options.Select(option => (JsonNode)option)]),
    });

    public static JsonObject Ask(string question) => Command("ask", Option("question", 3, question));

    public static JsonObject Option(string name, int type, JsonNode value) => new() { ["name"] = name, ["type"] = type, ["value"] = value };

    public static JsonObject Subcommand(string name, params JsonObject[] options) =>
        new() { ["name"] = name, ["type"] = 1, ["options"] = new JsonArray([.. options.Select(option => (JsonNode)option)]) };

    /// <summary>A command of a message's menu.</summary>
    public static JsonObject Menu(string name, string text)
    {
        var target = NewId();
        return With(2, new JsonObject
        {
            ["id"] = NewId(), ["name"] = name, ["type"] = 3, ["target_id"] = target,
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [target] = new JsonObject { ["id"] = target, ["content"] = text, ["author"] = new JsonObject { ["id"] = FakeDiscord.OtherUser } } } },
        });
    }

    /// <summary>A press of a button, or with values a choice of a select.</summary>
    public static JsonObject Press(string customId, params string[] values) => With(3, new JsonObject
    {
        ["custom_id"] = customId, ["component_type"] = values.Length == 0 ? 2 : 3, ["values"] = new JsonArray([.. values.Select(value => (JsonNode)value!)]),
    });

    /// <summary>A modal that was filled in, in the form with labels.</summary>
    public static JsonObject Submit(string customId, params (string Field, string Value)[] fields) => With(5, new JsonObject
    {
        ["custom_id"] = customId,
        ["components"] = new JsonArray([.. fields.Select(field => (JsonNode)new JsonObject
        {
            ["type"] = 18, ["id"] = 1, ["component"] = new JsonObject { ["type"] = 4, ["id"] = 2, ["custom_id"] = field.Field, ["value"] = field.Value },
        })]),
    });

    /// <summary>An option that is being typed.</summary>
    public static JsonObject Typing(string command, string option, string typed)
    {
        var interaction = Command(command, new JsonObject { ["name"] = option, ["type"] = 3, ["value"] = typed, ["focused"] = true });
        interaction["type"] = 4;
        return interaction;
    }

    /// <summary>Sent in private: no guild, a user instead of a member.</summary>
    public static JsonObject InPrivate(this JsonObject interaction)
    {
        var user = interaction["member"]!["user"]!.DeepClone();
        foreach (var key in new[] { "guild_id", "guild", "guild_locale", "member" })
            interaction.Remove(key);
        interaction["user"] = user;
        interaction["context"] = 1;
        interaction["authorizing_integration_owners"] = new JsonObject { ["0"] = "0" };
        return interaction;
    }

    /// <summary>By somebody with these permissions.</summary>
    public static JsonObject By(this JsonObject interaction, string user = FakeDiscord.User, string permissions = "0", params string[] roles)
    {
        interaction["member"]!["user"]!["id"] = user;
        interaction["member"]!["permissions"] = permissions;
        interaction["member"]!["roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role!)]);
        return interaction;
    }

    private static JsonObject With(int type, JsonObject data) => new()
    {
        ["id"] = NewId(), ["application_id"] = FakeDiscord.Application, ["type"] = type, ["version"] = 1, ["data"] = data,
        ["token"] = "aW50ZXJhY3Rpb246" + Guid.NewGuid().ToString("N"), ["locale"] = "en-US", ["guild_locale"] = "en-US", ["guild_id"] = FakeDiscord.Guild,
        ["channel_id"] = FakeDiscord.Channel, ["channel"] = new JsonObject { ["id"] = FakeDiscord.Channel, ["type"] = 0, ["name"] = "general", ["permissions"] = "2147483647" },
        ["context"] = 0, ["authorizing_integration_owners"] = new JsonObject { ["0"] = FakeDiscord.Guild }, ["app_permissions"] = "2147483647",
        ["entitlements"] = new JsonArray(), ["attachment_size_limit"] = 10_485_760,
        ["member"] = new JsonObject
        {
            ["user"] = new JsonObject { ["id"] = FakeDiscord.User, ["username"] = "operator", ["discriminator"] = "0", ["avatar"] = null, ["global_name"] = "Operator" },
            ["roles"] = new JsonArray(), ["permissions"] = "0", ["joined_at"] = "2024-01-01T00:00:00.000000+00:00", ["deaf"] = false, ["mute"] = false, ["flags"] = 0,
        },
    };
}
