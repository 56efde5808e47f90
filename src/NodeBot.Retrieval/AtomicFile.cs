namespace NodeBot.Retrieval;

/// <summary>Writes beside a file and renames, so that a crash or a full disk leaves the old file or the new one, whole.</summary>
internal static class AtomicFile
{
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="write">Writes the contents.</param>
    public static void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var part = $"{path}.{Environment.ProcessId}.part";
        using (var stream = File.Create(part))
            write(stream);
        File.Move(part, path, overwrite: true);
    }
}
