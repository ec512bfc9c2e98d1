using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Passwords;

/// <summary>
/// Looks a password up in a local file of leaked ones: lines of SHA-1 in hexadecimal, sorted, perhaps with <c>:count</c> behind
/// (the form in which Have I Been Pwned gives its list away). Searched on the disk by halving, whatever its size.
/// </summary>
internal sealed class BreachedPasswords(IOptions<IdentityOptions> options)
{
    private const int HashLength = 40;
    private const int MostLine = 64;

    [SuppressMessage("Security", "CA5350", Justification = "The list's own format; nothing is protected by this hash.")]
    public bool Contains(string password)
    {
        if (options.Value.BreachedPasswordFile is not { } path)
        {
            return false;
        }

        var wanted = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.RandomAccess);
        var (low, high) = (0L, file.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var (start, hash, next) = LineAfter(file, middle == 0 ? 0 : middle - 1, isFirst: middle == 0);
            if (start >= high || hash.Length < HashLength)
            {
                high = middle;
                continue;
            }

            switch (string.CompareOrdinal(hash, wanted))
            {
                case 0: return true;
                case < 0: low = next; break;
                default: high = middle; break;
            }
        }

        return false;
    }

    /// <summary>The first line that begins after the place (or at it, at the file's beginning): where, its hash, and where the next one begins.</summary>
    private static (long Start, string Hash, long Next) LineAfter(FileStream file, long place, bool isFirst)
    {
        Span<byte> bytes = stackalloc byte[2 * MostLine];
        file.Position = place;
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var text = bytes[..read];
        var start = isFirst ? 0 : text.IndexOf((byte)'\n') + 1;
        if (!isFirst && start == 0)
        {
            return (file.Length, string.Empty, file.Length);
        }

        var line = text[start..];
        var end = line.IndexOf((byte)'\n');
        var length = end < 0 ? line.Length : end;
        return (place + start, Encoding.ASCII.GetString(line[..Math.Min(HashLength, length)]).ToUpperInvariant(), place + start + length + 1);
    }
}
