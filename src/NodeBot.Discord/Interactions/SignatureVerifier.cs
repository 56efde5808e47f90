using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace NodeBot.Discord.Interactions;

/// <summary>Tells whether a request comes from Discord: Ed25519 over the timestamp and the raw body (its documentation, "Validating Security Request Headers").</summary>
internal sealed class SignatureVerifier(string publicKeyHex, TimeProvider time)
{
    /// <summary>How old or early a timestamp may be. Ours: the protocol sets no limit, and this keeps a recorded request from being sent again.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    // More digits than any Unix time has: nothing longer is looked at.
    private const int LongestTimestamp = 20;

    private readonly PublicKey? _key = PublicKey.TryImport(SignatureAlgorithm.Ed25519, Convert.FromHexString(publicKeyHex), KeyBlobFormat.RawPublicKey, out var key) ? key : null;

    /// <summary>Whether the key is one at all.</summary>
    public bool HasKey => _key is not null;

    /// <param name="signature">128 hex characters.</param>
    /// <param name="timestamp">Unix seconds.</param>
    /// <returns>Whether both are there, well formed, and the time is near: all that can be said before the body is read.</returns>
    public bool IsPlausible(string? signature, string? timestamp) =>
        signature is { Length: 128 } && signature.All(char.IsAsciiHexDigit)
        && timestamp is { Length: > 0 and <= LongestTimestamp }
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) <= Window.TotalSeconds;

    /// <returns>Whether the signature is right for a timestamp and body.</returns>
    public bool Verify(string signature, string timestamp, ReadOnlySpan<byte> body)
    {
        if (_key is null)
            return false;
        var signed = new byte[Encoding.UTF8.GetByteCount(timestamp) + body.Length];
        body.CopyTo(signed.AsSpan(Encoding.UTF8.GetBytes(timestamp, signed)));
        return SignatureAlgorithm.Ed25519.Verify(_key, signed, Convert.FromHexString(signature));
    }
}
