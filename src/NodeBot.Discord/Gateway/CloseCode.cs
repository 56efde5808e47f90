namespace NodeBot.Discord.Gateway;

/// <summary>Codes that the gateway closes with (Discord's documentation, "Gateway Close Event Codes").</summary>
internal static class CloseCode
{
    /// <summary>Sent by us when a connection is given up to be resumed: any code but 1000 and 1001 keeps the session.</summary>
    public const int Resuming = 4900;

    private const int InvalidSequence = 4007;
    private const int SessionTimedOut = 4009;

    /// <returns>What to do after a close with this code; null is a connection that broke.</returns>
    public static CloseAction Action(int? code) => code switch
    {
        InvalidSequence or SessionTimedOut => CloseAction.Identify,
        4004 or 4010 or 4011 or 4012 or 4013 or 4014 => CloseAction.Stop,
        _ => CloseAction.Resume,
    };

    /// <returns>What is wrong and how to mend it, for codes that stop the bot.</returns>
    public static string Mend(int code) => code switch
    {
        4004 => "Discord does not accept the bot's token. Reset it under \"Bot\" of your application, set NodeBot:Discord:Token to the new one and start NodeBot again.",
        4010 or 4011 => "Discord wants another number of shards. Leave NodeBot:Discord:Shards out, and start NodeBot again.",
        4012 => "This server does not speak version 10 of the gateway. Check NodeBot:Discord:GatewayUrl.",
        4013 or 4014 => "Discord does not allow the intents that NodeBot asks for, though none of them is privileged. Check NodeBot:Discord:GatewayUrl, and report this to NodeBot's authors.",
        _ => FormattableString.Invariant($"The gateway closed with code {code}."),
    };
}
