namespace NodeBot.Tests.Terminal;

/// <summary>What a run of the program gave.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error);
