namespace NodeBot.Discord.Wire;

/// <summary>What went wrong, and on 429 when to try again.</summary>
internal sealed record JsonError
{
    /// <summary>Discord's error code, such as 50013.</summary>
    public int? Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Seconds.</summary>
    public double? RetryAfter { get; init; }

    public bool? Global { get; init; }
}
