using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using NodeBot.Web.Api;

namespace NodeBot.Web.Security;

/// <summary>So many questions a minute from one client address; unused addresses are forgotten by the limiter itself.</summary>
internal static class RateLimit
{
    private const string Policy = "questions";

    // A network of IPv6 addresses usually belongs to one client, so the first 64 bits count (RFC 6177).
    private const int ClientPrefixBytes = 8;

    public static IServiceCollection AddNodeBotRateLimit(this IServiceCollection services, WebOptions options) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = RejectAsync;
            limiter.AddPolicy(Policy, context => RateLimitPartition.GetTokenBucketLimiter(Client(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.RateLimitPerMinute,
                TokensPerPeriod = Math.Max(1, options.RateLimitPerMinute / 6),
                ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(10, 60.0 / options.RateLimitPerMinute)),
                AutoReplenishment = true,
            }));
        });

    /// <summary>Counts requests to this endpoint.</summary>
    public static TBuilder LimitQuestions<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.RequireRateLimiting(Policy);

    private static string Client(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.Length > 4 ? bytes.AsSpan(0, ClientPrefixBytes) : bytes);
    }

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 10;
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await Problems.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "You asked too many questions in a short time.", $"Wait {wait} seconds and ask again.").ConfigureAwait(false);
    }
}
