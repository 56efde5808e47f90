namespace NodeBot.Core.Jurisdictions;

/// <summary>Keeps what members say has changed, until moderators have decided on it and for a year after.</summary>
public abstract class ChangeReports
{
    /// <summary>How long a report is kept after it was decided on.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <param name="community">Where it was said.</param>
    /// <param name="country">Code of the country.</param>
    /// <param name="text">Redacted text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The report's number.</returns>
    public abstract Task<long> AddAsync(string community, string country, string text, CancellationToken cancellation);

    /// <returns>A community's open reports, oldest first.</returns>
    public abstract Task<IReadOnlyList<ChangeReport>> OpenAsync(string community, int limit, CancellationToken cancellation);

    /// <summary>Decides on an open report.</summary>
    /// <param name="community">Of which community; another one's reports are not there.</param>
    /// <param name="id">Its number.</param>
    /// <param name="state">Accepted or rejected.</param>
    /// <param name="moderator">Who decides.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Whether it was open.</returns>
    public abstract Task<bool> CloseAsync(string community, long id, ReportState state, string? moderator, CancellationToken cancellation);
}
