using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MentorCloud.GrainStorage.Sqlite;

/// <summary>
/// CRC-32C (Castagnoli, RFC 3720 appendix B.4) over key, version and payload. It finds every altered byte and a payload
/// that has got to another key; it is no protection against forgery.
/// </summary>
internal static class Checksum
{
    public static uint Of(string key, long version, ReadOnlySpan<byte> payload)
    {
        var crc = Add(~0u, MemoryMarshal.AsBytes(key.AsSpan()));
        crc = BitOperations.Crc32C(crc, (ulong)version);
        return ~Add(crc, payload);
    }

    public static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var one in bytes)
            crc = BitOperations.Crc32C(crc, one);
        return crc;
    }
}
