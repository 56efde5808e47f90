using NodeBot.Core.Knowledge;

namespace NodeBot.Discord;

/// <summary>Where replicas agree on who is connected; opened late.</summary>
public delegate Task<IndexLedger> LeaseSource();
