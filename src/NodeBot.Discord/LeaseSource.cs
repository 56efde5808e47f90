using NodeBot.Core.Replicas;

namespace NodeBot.Discord;

/// <summary>Where replicas agree on who is connected; opened late.</summary>
public delegate Task<Leases> LeaseSource();
