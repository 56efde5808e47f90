using System.Diagnostics.CodeAnalysis;

namespace NodeBot.Discord.Rest;

/// <summary>What a call gave, or why it gave nothing.</summary>
internal readonly record struct DiscordResult<T>(T? Value, DiscordFailure? Failure)
{
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsSuccess => Failure is null;
}
