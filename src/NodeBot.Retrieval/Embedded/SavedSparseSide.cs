using System.Security.Cryptography;
using System.Text;
using NodeBot.Retrieval.Text;

namespace NodeBot.Retrieval.Embedded;

/// <summary>Keeps the words' side on disk by the hash of all that it was made from: reading it is faster than making it.</summary>
internal static class SavedSparseSide
{
    public static SparseSide LoadOrBuild(IndexContents contents, TextAnalyzer analyzer, string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "index");
        var path = Path.Combine(folder, Hash(contents) + ".sparse");
        if (TryLoad(path) is { } saved)
            return saved;
        var built = SparseSide.Build(contents, analyzer);
        TrySave(built, folder, path);
        return built;
    }

    private static SparseSide? TryLoad(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var reader = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 16));
            return SparseSide.Load(reader);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    // An index that cannot be saved (full disk, read-only folder) still works; it is only built again next time.
    private static void TrySave(SparseSide sparse, string folder, string path)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var old in Directory.GetFiles(folder, "*.sparse"))
                File.Delete(old);
            AtomicFile.Write(path, stream =>
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                sparse.Save(writer);
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static string Hash(IndexContents contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string? text)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text ?? ""));
            hash.AppendData([0]);
        }

        foreach (var passage in contents.Passages)
        {
            Add(passage.Id);
            Add(passage.Title);
            Add(passage.Section);
            foreach (var keyword in passage.Keywords.Concat(contents.Knowledge.NotesAbout(passage.Id).SelectMany(note => note.Keywords)))
                Add(keyword);
        }

        foreach (var text in contents.Texts)
            Add(text);
        foreach (var start in contents.Rows.TextStarts.Concat(contents.Rows.QuestionStarts))
            Add($"{start}");
        foreach (var question in contents.Questions)
            Add($"{question.Language} {question.Text}");
        foreach (var alias in contents.Knowledge.Aliases)
            Add($"{alias.Canonical} {string.Join(' ', alias.Forms)} {string.Join(' ', alias.CaseSensitiveForms)}");
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}
