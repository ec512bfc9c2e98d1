using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Storage.Audit;

/// <summary>
/// The hash chain of an audit log. hash(n) = SHA-256 over: "mentorcloud-audit-1" in ASCII; hash(n-1), 32 bytes, all zero
/// before the first; number and UTC ticks, 8 bytes big-endian each; then tenant, actor, action, subject, person and
/// detail, each as its UTF-8 length in 4 bytes big-endian (FFFFFFFF for null) and its UTF-8 bytes. Lengths in front keep
/// text from moving between fields unseen.
/// </summary>
internal static class AuditChain
{
    /// <summary>What stands before the first record's hash.</summary>
    public static string Beginning { get; } = new('0', 64);

    public static string Hash(string previous, TenantId tenant, AuditLine line)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("mentorcloud-audit-1"u8);
        hash.AppendData(Convert.FromHexString(previous));
        Append(hash, line.Number);
        Append(hash, line.AtTicks);
        Append(hash, tenant.ToString());
        Append(hash, line.Actor);
        Append(hash, line.Action);
        Append(hash, line.Subject);
        Append(hash, line.Person);
        Append(hash, line.Detail);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, string? text)
    {
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, text is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
