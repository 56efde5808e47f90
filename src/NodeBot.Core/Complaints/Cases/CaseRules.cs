namespace NodeBot.Core.Complaints.Cases;

/// <summary>How long cases are kept.</summary>
/// <param name="KeepClosed">After a case was closed.</param>
public sealed record CaseRules(TimeSpan KeepClosed)
{
    /// <summary>What was read in a letter and never confirmed is deleted after this time.</summary>
    public static readonly TimeSpan KeepUnconfirmed = TimeSpan.FromDays(1);

    /// <summary>An open case that nobody has touched for this long is deleted: a complaint that rests for a year is over.</summary>
    public static readonly TimeSpan KeepUntouched = TimeSpan.FromDays(365);

    /// <returns>When a case is deleted that was changed now.</returns>
    public DateTimeOffset DeleteAt(Case @case, DateTimeOffset now) =>
        @case.ClosedAt is { } closed ? closed + KeepClosed : now + (@case.IsUnconfirmed ? KeepUnconfirmed : KeepUntouched);
}
