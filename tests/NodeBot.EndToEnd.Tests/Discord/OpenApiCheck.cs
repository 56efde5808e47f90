using System.Text.Json.Nodes;

namespace NodeBot.EndToEnd.Tests.Discord;

/// <summary>Holds request bodies against Discord's OpenAPI description, by Ajv; fields that the description does not know are mistakes too.</summary>
internal static class OpenApiCheck
{
    private const string Script = """
        const Ajv = require('ajv/dist/2020').default;
        const spec = JSON.parse(require('fs').readFileSync(process.argv[1]));
        for (const s of Object.values(spec.components.schemas))
          if (s.properties && s.additionalProperties === undefined) s.unevaluatedProperties = false;
        const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: false, inlineRefs: false });
        ajv.addSchema({ $id: 'https://spec/', components: spec.components });
        const walk = (o) => { if (o && typeof o === 'object') { if (typeof o.$ref === 'string' && o.$ref.startsWith('#')) o.$ref = 'https://spec/' + o.$ref; Object.values(o).forEach(walk); } };
        const compiled = {};
        const find = (method, path) => {
          const parts = path.split('/');
          const name = Object.keys(spec.paths).find((p) => { const q = p.slice(1).split('/'); return q.length === parts.length && q.every((x, i) => x.startsWith('{') ? !parts[i].startsWith('@') : x === parts[i]) && spec.paths[p][method]; });
          if (!name) throw new Error('no route ' + method + ' ' + path);
          const key = method + name;
          if (!compiled[key]) { const schema = structuredClone(spec.paths[name][method].requestBody.content['application/json'].schema); walk(schema); compiled[key] = ajv.compile(schema); }
          return compiled[key];
        };
        let text = '';
        process.stdin.on('data', (d) => text += d).on('end', () => {
          const out = [];
          for (const r of JSON.parse(text)) {
            const validate = find(r.method.toLowerCase(), r.path);
            if (!validate(r.body)) out.push(r.method + ' ' + r.path + ': ' + ajv.errorsText(validate.errors) + ' ' + JSON.stringify(r.body).slice(0, 600));
          }
          console.log(JSON.stringify(out));
        });
        """;

    /// <summary>The description; null where it is not there.</summary>
    public static string? File
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!System.IO.File.Exists(Path.Combine(folder, "NodeBot.sln")))
                folder = Path.GetDirectoryName(folder)!;
            var file = Path.Combine(folder, "..", "shared", "contracts", "discord-openapi.json");
            return System.IO.File.Exists(file) ? Path.GetFullPath(file) : null;
        }
    }

    /// <returns>What is wrong with the bodies; none when all are as described.</returns>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IEnumerable<(string Method, string Path, JsonNode Body)> requests)
    {
        var input = new JsonArray([.. requests.Select(request => (JsonNode)new JsonObject { ["method"] = request.Method, ["path"] = request.Path, ["body"] = AsDescribed(request.Body.DeepClone()) })]);
        var output = await NodeScript.RunAsync("ajv@8.20.0", Script, input.ToJsonString(), File!);
        return [.. JsonNode.Parse(output)!.AsArray().Select(line => (string)line!)];
    }

    // The description calls permissions a number, the documentation, which wins, a string. Nothing tells it of enforce_nonce's null either.
    private static JsonNode AsDescribed(JsonNode body)
    {
        foreach (var command in (body as JsonArray ?? []).OfType<JsonObject>())
        {
            if ((string?)command["default_member_permissions"] is { } permissions)
                command["default_member_permissions"] = long.Parse(permissions, System.Globalization.CultureInfo.InvariantCulture);
        }

        return body;
    }
}
