using System.Diagnostics;
using NodeBot.Peers;

namespace NodeBot.EndToEnd.Tests.Discord;

/// <summary>Runs a script with a package of npm.</summary>
internal static class NodeScript
{
    public static async Task<string> RunAsync(string package, string script, string input, params string[] arguments)
    {
        using var process = await StartAsync(package, script, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await error);
        return await output;
    }

    public static async Task<Process> StartAsync(string package, string script, params string[] arguments)
    {
        var folder = await NpmPackage.FetchAsync(package);
        return Process.Start(new ProcessStartInfo("node", ["-e", script, "--", .. arguments])
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
    }
}
