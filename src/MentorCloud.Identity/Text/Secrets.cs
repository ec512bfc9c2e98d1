using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MentorCloud.Identity.Text;

/// <summary>Random secrets and their hashes. A secret of 256 random bits needs no slow hash.</summary>
internal static class Secrets
{
    public const int Bytes = 32;

    /// <summary>256 random bits as 43 URL-safe characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string secret) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Compares without telling by its time where they differ.</summary>
    public static bool Matches(string? hash, string presented) =>
        hash is not null && SameText(hash, Hash(presented));

    public static bool SameText(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
