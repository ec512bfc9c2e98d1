using System.Security.Cryptography;

namespace MentorCloud.Storage.Keys;

/// <summary>AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D); a box is nonce, ciphertext and tag in one array.</summary>
internal static class SealedBox
{
    public const int KeyBytes = 32, NonceBytes = 12, TagBytes = 16;

    public static byte[] Close(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> additional)
    {
        var box = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceBytes, plain.Length), box.AsSpan(NonceBytes + plain.Length), additional);
        return box;
    }

    /// <exception cref="CryptographicException">Another key, another place, or altered.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> additional)
    {
        if (box.Length < NonceBytes + TagBytes) throw new CryptographicException("A sealed box is too short to be one.");
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(box[..NonceBytes], box[NonceBytes..^TagBytes], box[^TagBytes..], plain, additional);
        return plain;
    }
}
