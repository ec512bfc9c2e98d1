using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace MentorCloud.Identity.Mfa;

/// <summary>Time-based one-time passwords (RFC 6238): HMAC-SHA-1, steps of 30 seconds, as every authenticator app has them.</summary>
internal static class Totp
{
    public const int SecretBytes = 20;
    public const int Digits = 6;
    private const int StepSeconds = 30;

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238's default, the one that authenticator apps know; HMAC-SHA-1 is not broken by collisions.")]
    public static string CodeAt(byte[] secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 0x0F)..]) & 0x7FFFFFFF;
        var code = number % (int)Math.Pow(10, digits);
        return code.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step whose code it is: now's or the one before (typing takes time; RFC 6238, section 5.2, allows one), and later than the last one used; null when none.</summary>
    public static long? Match(byte[] secret, string code, DateTimeOffset now, long lastStep)
    {
        var current = StepAt(now);
        long? matched = null;
        for (var step = current - 1; step <= current; step++)
        {
            // Every step is compared, so that time does not tell which one it was.
            if (Text.Secrets.SameText(CodeAt(secret, step), code) && step > lastStep)
            {
                matched = step;
            }
        }

        return matched;
    }
}
