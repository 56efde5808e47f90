using System.Diagnostics;

namespace NodeBot.Tests.Terminal;

/// <summary>Runs the real program as a person would, with a data folder of its own.</summary>
internal static class NodeBotProgram
{
    public static Task<ProgramRun> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    public static async Task<ProgramRun> RunAsync(string[] arguments, params (string Key, string Value)[] environment)
    {
        using var data = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet", [typeof(Bot).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["NODEBOT_DATA"] = data.Path;
        start.Environment["NO_COLOR"] = "1";
        start.Environment["COLUMNS"] = "200";
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProgramRun(process.ExitCode, await output, await error);
    }
}
