using System.Net;

namespace NodeBot.Core.Registries;

/// <summary>A block of addresses and who keeps it.</summary>
/// <param name="Network">The block.</param>
/// <param name="Registry">Name of the registry; null for special use.</param>
/// <param name="IsSure">False for an old block of which parts have moved to other registries.</param>
/// <param name="Use">What addresses of special use are for; null for all others.</param>
public sealed record AddressBlock(IPNetwork Network, string? Registry, bool IsSure, string? Use);
