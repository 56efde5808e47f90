namespace NodeBot.Core.Providers;

/// <summary>What a provider is reported to say to exits.</summary>
public enum ExitStance
{
    Yes,
    No,
    Unclear,
}
