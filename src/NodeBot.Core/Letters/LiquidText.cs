using System.Text.RegularExpressions;

namespace NodeBot.Core.Letters;

/// <summary>What of Liquid a letter may use: fields, and parts that depend on them.</summary>
internal static partial class LiquidText
{
    [GeneratedRegex(@"\{\{(?<output>.*?)\}\}|\{%(?<tag>.*?)%\}", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup { get; }

    [GeneratedRegex(@"^\s*(?<field>[a-z_]+)\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Output { get; }

    [GeneratedRegex(@"^\s*((if|elsif)\s+(?<field>[a-z_]+)(\s*==\s*""(?<value>[a-z0-9_]+)"")?|else|endif)\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag { get; }

    /// <returns>The fields and values that a text names, each as <c>field</c> or <c>field=value</c>; and the first thing that is not allowed.</returns>
    public static (IReadOnlySet<string> Uses, string? NotAllowed) Read(string text)
    {
        var uses = new HashSet<string>(StringComparer.Ordinal);
        string? notAllowed = null;
        foreach (Match match in Markup.Matches(text))
        {
            var inside = match.Groups["output"].Success ? Output.Match(match.Groups["output"].Value) : Tag.Match(match.Groups["tag"].Value);
            if (!inside.Success)
                notAllowed ??= match.Value;
            else if (inside.Groups["value"].Success)
                uses.Add($"{inside.Groups["field"].Value}={inside.Groups["value"].Value}");
            else if (inside.Groups["field"].Success)
                uses.Add(inside.Groups["field"].Value);
        }

        return (uses, notAllowed);
    }
}
