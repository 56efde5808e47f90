using System.Diagnostics;

namespace NodeBot.Peers;

/// <summary>Packages of npm, fetched once for this machine and kept in the user's cache folder.</summary>
public static class NpmPackage
{
    /// <param name="package">Name and version, such as <c>left-pad@1.3.0</c>.</param>
    /// <returns>The folder that holds <c>node_modules</c>.</returns>
    /// <exception cref="InvalidOperationException">npm failed; the message holds what it said.</exception>
    public static async Task<string> FetchAsync(string package)
    {
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "nodebot-tests");
        Directory.CreateDirectory(cache);
        var name = package.Replace('/', '-').TrimStart('@');
        var folder = Path.Combine(cache, name);
        // Test projects run side by side: one of them fetches, the others wait.
        await using var fileLock = await LockAsync(Path.Combine(cache, name + ".lock"));
        var done = Path.Combine(folder, ".done");
        if (File.Exists(done))
            return folder;
        Directory.CreateDirectory(folder);
        await RunAsync("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", "--save-exact", package]);
        await File.WriteAllTextAsync(done, "");
        return folder;
    }

    private static async Task RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {error} {await output}");
    }

    private static async Task<FileStream> LockAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(100);
            }
        }
    }
}
