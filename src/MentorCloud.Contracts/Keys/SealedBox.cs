using System.Security.Cryptography;

namespace MentorCloud.Contracts.Keys;

/// <summary>AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D); a box is nonce, ciphertext and tag in one array. Every store seals by it.</summary>
public static class SealedBox
{
    /// <summary>Length of a key, in bytes.</summary>
    public const int KeyBytes = 32;

    /// <summary>Length of the nonce, with which a box begins, in bytes.</summary>
    public const int NonceBytes = 12;

    /// <summary>Length of the tag, with which a box ends, in bytes.</summary>
    public const int TagBytes = 16;

    /// <summary>Seals bytes; they open with the same key and in the same place only.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="plain">What to seal.</param>
    /// <param name="additional">Names the place; it is not in the box.</param>
    /// <returns>28 bytes more than were sealed.</returns>
    public static byte[] Close(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> additional)
    {
        var box = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceBytes, plain.Length), box.AsSpan(NonceBytes + plain.Length), additional);
        return box;
    }

    /// <summary>Opens what <see cref="Close"/> sealed.</summary>
    /// <param name="key">The same key.</param>
    /// <param name="box">The box.</param>
    /// <param name="additional">The same place.</param>
    /// <returns>What was sealed.</returns>
    /// <exception cref="CryptographicException">Another key, another place, or altered.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> additional)
    {
        if (box.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("A sealed box is too short to be one.");
        }

        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(box[..NonceBytes], box[NonceBytes..^TagBytes], box[^TagBytes..], plain, additional);
        return plain;
    }
}
