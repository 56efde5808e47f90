namespace NodeBot.Discord.Wire;

/// <summary>What connects.</summary>
internal sealed record ClientProperties
{
    public string Os { get; } = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";

    public string Browser { get; } = "NodeBot";

    public string Device { get; } = "NodeBot";
}
