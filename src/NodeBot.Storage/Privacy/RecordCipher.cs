using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace NodeBot.Storage.Privacy;

/// <summary>Encrypts with keys that lie in a folder of their own, beside the database and never in it (ASP.NET Data Protection).</summary>
/// <param name="folder">The folder; replicas share one.</param>
internal sealed class RecordCipher(string folder)
{
    private const string Application = "NodeBot";
    private const string Purpose = "private records v1";

    private IDataProtector? _protector;

    public byte[] Encrypt(string text) => Protector().Protect(Encoding.UTF8.GetBytes(text));

    /// <exception cref="StorageException">The keys in the folder are not those that it was encrypted with.</exception>
    public string Decrypt(byte[] content)
    {
        try
        {
            return Encoding.UTF8.GetString(Protector().Unprotect(content));
        }
        catch (CryptographicException)
        {
            // Another replica may have made a key since this one has read them.
            _protector = null;
        }

        try
        {
            return Encoding.UTF8.GetString(Protector().Unprotect(content));
        }
        catch (CryptographicException e)
        {
            throw new StorageException($"What is kept for members was encrypted with keys that are not in {folder}. Set NodeBot:KeysFolder to the folder that holds them (replicas share one), or restore it from a backup.", e);
        }
    }

    private IDataProtector Protector()
    {
        if (_protector is { } known)
            return known;
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return _protector = DataProtectionProvider.Create(new DirectoryInfo(folder), builder => builder.SetApplicationName(Application)).CreateProtector(Purpose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The keys in {folder} cannot be used: {e.Message} Make the folder writable, or set NodeBot:KeysFolder to another one.", e);
        }
    }
}
