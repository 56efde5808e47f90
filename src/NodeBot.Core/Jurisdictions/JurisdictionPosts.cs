using NodeBot.Core.Conversation;

namespace NodeBot.Core.Jurisdictions;

/// <summary>
/// Posts what is due: summaries whose time has come, and what has changed in an entry since it was posted. What is posted is noted
/// afterwards: a process that is killed between the two posts again under the same key, which the platform takes for the first post.
/// </summary>
/// <param name="countries">The entries as they are now.</param>
/// <param name="replies">Makes the posts.</param>
/// <param name="posters">Gives a surface's way to post; null where it is not set up.</param>
/// <param name="time">The clock.</param>
public sealed class JurisdictionPosts(CountryFinder countries, JurisdictionReplies replies, Func<Surface, ChannelPoster?> posters, TimeProvider time)
{
    // Read at once; the rest is due still.
    private const int Batch = 50;

    // While a new version of the program takes the place of an old one, both run, with entries of their own.
    private static readonly TimeSpan Changeover = TimeSpan.FromHours(1);
    private static readonly TimeSpan Recheck = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly Dictionary<string, string> _fields = countries.Covered.ToDictionary(jurisdiction => jurisdiction.Code, JurisdictionFields.Write, StringComparer.Ordinal);

    /// <summary>Posts one batch.</summary>
    /// <param name="follows">Where what is posted.</param>
    /// <param name="mayGoOn">Asked before each post: whether this process still is the one that posts.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>How many were posted, and how many could not be.</returns>
    public async Task<(int Posted, int Failed)> RunAsync(JurisdictionFollows follows, Func<Task<bool>> mayGoOn, CancellationToken cancellation)
    {
        var (posted, failed) = (0, 0);
        string[] hashes = [.. _fields.Values.Select(JurisdictionFields.Hash)];
        foreach (var follow in await follows.DueAsync(time.GetUtcNow(), hashes, Batch, cancellation).ConfigureAwait(false))
        {
            if (!await mayGoOn().ConfigureAwait(false))
                break;
            var (after, isPosted) = await PostAsync(follow, cancellation).ConfigureAwait(false);
            await follows.NoteAsync(follow, after, cancellation).ConfigureAwait(false);
            if (isPosted)
                posted++;
            else if (after.Failures > follow.Failures)
                failed++;
        }

        return (posted, failed);
    }

    private async Task<(Follow After, bool IsPosted)> PostAsync(Follow follow, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (countries.Jurisdiction(follow.Country) is not { } jurisdiction)
            return (follow with { NextAt = now + LongestPause }, false);
        var fields = _fields[follow.Country];
        if (follow.Kind == FollowKind.Changes && IsOlder(follow, fields, now))
            return (follow with { NextAt = now + Recheck }, false);
        if (follow.Kind == FollowKind.Changes && follow.Fields is null)
            return (follow with { Fields = fields }, false);

        var reply = follow.Kind == FollowKind.Changes ? JurisdictionReplies.Changes(jurisdiction, follow.Fields!) : replies.Summary(jurisdiction, follow.Fields);
        // The same for the same post, however often it is tried.
        var once = follow.Kind == FollowKind.Changes ? JurisdictionFields.Hash(follow.Fields + fields)[..8] : FormattableString.Invariant($"{(uint)follow.DueAt.ToUnixTimeSeconds():x8}");
        var problem = posters(follow.Surface) is { } poster
            ? await poster.PostAsync(follow.Community, follow.Channel, reply, $"{follow.Id[..8]}-{once}", cancellation).ConfigureAwait(false)
            : "This surface is not set up.";
        if (problem is not null)
            return (follow with { Failures = follow.Failures + 1, NextAt = now + Pause(follow.Failures) }, false);
        var next = Next(follow, now);
        return (follow with { Fields = fields, EarlierHash = follow.Hash, PostedAt = now, Failures = 0, DueAt = next, NextAt = next }, true);
    }

    private static bool IsOlder(Follow follow, string fields, DateTimeOffset now) => follow.Fields is { } posted
        && (JurisdictionFields.IsOlder(fields, posted) || (JurisdictionFields.Hash(fields) == follow.EarlierHash && now - follow.PostedAt < Changeover));

    private static TimeSpan Pause(int failures) => failures >= 11 ? LongestPause : TimeSpan.FromMinutes(1 << failures);

    // A week or a month after it was due, so that it keeps its weekday and hour; what was missed is not made up for.
    private static DateTimeOffset Next(Follow follow, DateTimeOffset now)
    {
        if (follow.Kind == FollowKind.Changes)
            return now;
        var next = follow.DueAt;
        for (var i = 1; next <= now; i++)
            next = follow.Kind == FollowKind.Week ? follow.DueAt.AddDays(7 * i) : follow.DueAt.AddMonths(i);
        return next;
    }
}
