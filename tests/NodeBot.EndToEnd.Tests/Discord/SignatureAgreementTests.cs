using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NodeBot.Discord.Interactions;
using NSec.Cryptography;

namespace NodeBot.EndToEnd.Tests.Discord;

/// <summary>What we take for signed is what Discord's own package takes for signed.</summary>
public sealed class SignatureAgreementTests
{
    private const string Script = """
        const { verifyKey } = require('discord-interactions');
        let text = '';
        process.stdin.on('data', (d) => text += d).on('end', async () => {
          const out = [];
          for (const c of JSON.parse(text)) out.push(await verifyKey(Buffer.from(c.body, 'base64'), c.signature, c.timestamp, c.key).catch(() => false));
          console.log(JSON.stringify(out));
        });
        """;

    [Fact]
    public async Task Both_accept_and_refuse_the_same()
    {
        var random = new Random(11);
        var cases = new JsonArray();
        var ours = new List<bool>();
        for (var i = 0; i < 60; i++)
        {
            using var key = Key.Create(SignatureAlgorithm.Ed25519);
            var body = new byte[random.Next(0, 300)];
            random.NextBytes(body);
            var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var signature = SignatureAlgorithm.Ed25519.Sign(key, [.. Encoding.UTF8.GetBytes(timestamp), .. body]);
            if (i % 3 == 1)
                signature[random.Next(64)] ^= 1;
            if (i % 3 == 2 && body.Length > 0)
                body[random.Next(body.Length)] ^= 4;
            var publicKey = Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
            var hex = Convert.ToHexStringLower(signature);
            cases.Add(new JsonObject { ["body"] = Convert.ToBase64String(body), ["signature"] = hex, ["timestamp"] = timestamp, ["key"] = publicKey });
            var verifier = new SignatureVerifier(publicKey, TimeProvider.System);
            ours.Add(verifier.IsPlausible(hex, timestamp) && verifier.Verify(hex, timestamp, body));
        }

        var theirs = JsonNode.Parse(await NodeScript.RunAsync("discord-interactions@4.4.0", Script, cases.ToJsonString()))!.AsArray().Select(node => (bool)node!).ToList();
        ours.ShouldBe(theirs);
        ours.Count(accepted => accepted).ShouldBeInRange(20, 25);
    }
}
