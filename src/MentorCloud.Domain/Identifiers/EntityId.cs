using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MentorCloud.Domain.Identifiers;

/// <summary>Makes, derives, writes and reads ids of every kind.</summary>
public static class EntityId
{
    /// <summary>The length of every id in text: 32 hexadecimal digits.</summary>
    public const int TextLength = 32;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Makes a new id; ids made later sort later, to the millisecond.</summary>
    /// <typeparam name="TId">Which kind of id.</typeparam>
    /// <param name="now">The instant from the caller's clock.</param>
    /// <returns>An id that nobody else has.</returns>
    public static TId New<TId>(DateTimeOffset now)
        where TId : struct, IEntityId<TId> => TId.From(Guid.CreateVersion7(now));

    /// <summary>
    /// Derives the same id from the same parent and parts on every call, so that a step repeated after a crash names
    /// the same thing again. The time prefix is the parent's; the rest is SHA-256 over parent and parts.
    /// </summary>
    /// <typeparam name="TId">Which kind of id.</typeparam>
    /// <param name="parent">The id whose time prefix is taken over.</param>
    /// <param name="parts">What tells this child from its siblings.</param>
    /// <returns>A well-formed UUIDv7.</returns>
    public static TId Derive<TId>(Guid parent, params ReadOnlySpan<string> parts)
        where TId : struct, IEntityId<TId>
    {
        var text = $"{parent:N}|{string.Join('|', parts!)}";
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), bytes);
        Span<byte> source = stackalloc byte[16];
        parent.TryWriteBytes(source, bigEndian: true, out _);
        source[..6].CopyTo(bytes);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return TId.From(new Guid(bytes[..16], bigEndian: true));
    }

    /// <summary>Reads an id from its compact form; anything else is refused, whatever its length.</summary>
    /// <typeparam name="TId">Which kind of id.</typeparam>
    /// <param name="text">32 lower-case hexadecimal digits; null is refused.</param>
    /// <param name="id">The id, when the text is one.</param>
    /// <returns>Whether the text is an id.</returns>
    public static bool TryParse<TId>([NotNullWhen(true)] string? text, out TId id)
        where TId : struct, IEntityId<TId>
    {
        id = default;
        if (text is not { Length: TextLength } || text.AsSpan().ContainsAnyExcept(Digits)
            || !Guid.TryParseExact(text, "N", out var value) || value == Guid.Empty)
        {
            return false;
        }

        id = TId.From(value);
        return true;
    }

    /// <summary>Reads an id that our own code wrote.</summary>
    /// <typeparam name="TId">Which kind of id.</typeparam>
    /// <param name="text">The compact form.</param>
    /// <returns>The id.</returns>
    /// <exception cref="FormatException">The text is no id; text from outside goes through TryParse.</exception>
    public static TId Parse<TId>(string text)
        where TId : struct, IEntityId<TId> =>
        TryParse<TId>(text, out var id) ? id : throw new FormatException($"'{text}' is not a {typeof(TId).Name}.");

    /// <summary>The instant in the id's time prefix.</summary>
    /// <param name="value">A UUIDv7.</param>
    /// <returns>UTC, to the millisecond.</returns>
    public static DateTimeOffset MadeAt(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16);
    }
}
