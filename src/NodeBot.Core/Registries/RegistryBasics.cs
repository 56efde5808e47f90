using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Registries;

/// <summary>What holds at every registry.</summary>
/// <param name="Correction">What the guide says too simply.</param>
/// <param name="WithoutOwnSpace">What one without own address space can do.</param>
/// <param name="CheckYourself">How to look a record up.</param>
/// <param name="Remark">Example of a remark's words.</param>
/// <param name="Sources">Where it comes from.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="AsOf">Up to when it can be vouched for.</param>
public sealed record RegistryBasics(
    string Correction,
    IReadOnlyList<string> WithoutOwnSpace,
    string CheckYourself,
    string Remark,
    IReadOnlyList<SourceReference> Sources,
    Confidence Confidence,
    string AsOf);
