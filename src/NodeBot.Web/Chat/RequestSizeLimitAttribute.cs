using Microsoft.AspNetCore.Http.Metadata;

namespace NodeBot.Web.Chat;

/// <summary>The largest body that an endpoint takes.</summary>
/// <param name="bytes">In bytes.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RequestSizeLimitAttribute(long bytes) : Attribute, IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize { get; } = bytes;
}
