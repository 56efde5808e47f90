namespace NodeBot.Core.Knowledge;

/// <summary>A mistake in a knowledge file, with what an editor needs to mend it.</summary>
/// <param name="File">Path relative to the knowledge folder.</param>
/// <param name="Line">1-based; 0 when the file as a whole is meant.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record KnowledgeProblem(string File, int Line, string What, string Mend)
{
    public override string ToString() => $"{File}:{Line}: {What} {Mend}";
}
