using System.Text;
using System.Text.Json;
using NodeBot.Core.Retrieval;

namespace NodeBot.Retrieval;

/// <summary>Calibrations as files: <c>calibration/IDENTITY.json</c> in the knowledge, or, for other embedders, in the data folder.</summary>
internal static class CalibrationFiles
{
    public static string Path(string folder, string identity) => System.IO.Path.Combine(folder, "calibration", identity + ".json");

    /// <returns>The first readable calibration for the identity, or null.</returns>
    public static Calibration? Find(string identity, params string[] folders)
    {
        foreach (var path in folders.Select(folder => Path(folder, identity)).Where(File.Exists))
        {
            try
            {
                return Calibration.FromJson(File.ReadAllText(path));
            }
            catch (JsonException)
            {
                // Cut short by a crash: fitted again.
            }
        }

        return null;
    }

    public static void Write(string folder, Calibration calibration) =>
        AtomicFile.Write(Path(folder, calibration.Embedder), stream => stream.Write(Encoding.UTF8.GetBytes(calibration.ToJson() + "\n")));
}
