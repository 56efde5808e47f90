namespace NodeBot.Discord;

/// <summary>How the bot reaches Discord, or a server that speaks its protocol.</summary>
public sealed record DiscordOptions
{
    private const int KeyHexLength = 64;

    /// <summary>The bot's token; needed for the gateway, for registering commands and for posting on the bot's own account.</summary>
    public string? Token { get; init; }

    /// <summary>The application's public key, 64 hex characters; with it, signed interactions are taken at <c>POST /discord/interactions</c>.</summary>
    public string? PublicKey { get; init; }

    /// <summary>Whether to connect to the gateway, for mentions and private messages; needs the token.</summary>
    public bool Gateway { get; init; } = true;

    /// <summary>Base address of the REST API, with its version.</summary>
    public Uri ApiUrl { get; init; } = new("https://discord.com/api/v10");

    /// <summary>Where the gateway is, when it is not where the API says.</summary>
    public Uri? GatewayUrl { get; init; }

    /// <summary>How many shards; 0 for as many as the API recommends.</summary>
    public int Shards { get; init; }

    public MessageStyle Style { get; init; }

    /// <summary>Whether anything of Discord is set up.</summary>
    public bool IsSet => !string.IsNullOrEmpty(Token) || !string.IsNullOrEmpty(PublicKey);

    /// <summary>Whether the gateway is used.</summary>
    public bool UsesGateway => Gateway && !string.IsNullOrEmpty(Token);

    /// <returns>What is wrong and how to mend it, in one line; null when all is well.</returns>
    public string? Problem()
    {
        if (!string.IsNullOrEmpty(PublicKey) && !(PublicKey.Length == KeyHexLength && PublicKey.All(char.IsAsciiHexDigit)))
            return "NodeBot:Discord:PublicKey is not a public key; copy the 64 characters from \"General Information\" of your application at https://discord.com/developers/applications.";
        // It goes into a header: anything else would break there, with the token in the error.
        if (!string.IsNullOrEmpty(Token) && !Token.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            return "NodeBot:Discord:Token holds characters that no token has; copy it anew from \"Bot\" of your application, without quotes and without \"Bot \" before it.";
        if (ApiUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            return $"NodeBot:Discord:ApiUrl is \"{ApiUrl}\"; write an absolute http(s) address, or leave it out for Discord's own.";
        if (ApiUrl.Scheme == "http" && !ApiUrl.IsLoopback)
            return $"NodeBot:Discord:ApiUrl is \"{ApiUrl}\": the token would go over the network in the clear. Use https.";
        if (GatewayUrl is not null && GatewayUrl is not { IsAbsoluteUri: true, Scheme: "ws" or "wss" })
            return $"NodeBot:Discord:GatewayUrl is \"{GatewayUrl}\"; write an absolute ws(s) address, or leave it out.";
        if (Shards is < 0 or > 10_000)
            return $"NodeBot:Discord:Shards is {Shards}; set it to a number from 1 to 10000, or leave it out.";
        return null;
    }
}
