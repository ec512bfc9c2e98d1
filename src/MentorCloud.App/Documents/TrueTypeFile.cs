using System.Buffers.Binary;
using System.Collections;
using System.Text;

namespace MentorCloud.App.Documents;

/// <summary>
/// What the tables of a TrueType file tell: which characters it has, and whether it may be embedded in part. Tables are those of
/// the OpenType specification: <c>cmap</c> formats 4 and 12, <c>OS/2</c> fsType.
/// </summary>
internal sealed class TrueTypeFile
{
    private const int RestrictedOrWhole = 0x0002 | 0x0100 | 0x0200;
    private const uint TrueType = 0x00010000;

    private readonly BitArray has = new(0x110000);

    private TrueTypeFile()
    {
    }

    /// <summary>Reads a file.</summary>
    /// <returns>Null when it is no TrueType font, is damaged, or may not be embedded in part.</returns>
    public static TrueTypeFile? TryRead(ReadOnlySpan<byte> file)
    {
        try
        {
            var font = new TrueTypeFile();
            return MayBeUsed(file) && font.ReadCharacters(Table(file, "cmap")) ? font : null;
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Whether it has a sign for a character.</summary>
    public bool Has(Rune character) => has[character.Value];

    private static bool MayBeUsed(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || BinaryPrimitives.ReadUInt32BigEndian(file) != TrueType || Table(file, "glyf").IsEmpty)
        {
            return false;
        }

        var os2 = Table(file, "OS/2");
        return os2.IsEmpty || (Number(os2, 8) & RestrictedOrWhole) == 0;
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> file, string tag)
    {
        for (var index = 0; index < Number(file, 4); index++)
        {
            var entry = file.Slice(12 + (index * 16), 16);
            if (Encoding.Latin1.GetString(entry[..4]) == tag)
            {
                return file.Slice((int)Long(entry, 8), (int)Long(entry, 12));
            }
        }

        return [];
    }

    /// <summary>Takes the characters of every map by Unicode; the longer one contains the shorter.</summary>
    private bool ReadCharacters(ReadOnlySpan<byte> maps)
    {
        var found = false;
        for (var index = 0; !maps.IsEmpty && index < Number(maps, 2); index++)
        {
            var entry = maps.Slice(4 + (index * 8), 8);
            var map = maps[(int)Long(entry, 4)..];
            if ((Number(entry, 0), Number(entry, 2), Number(map, 0)) is (0, _, 4) or (3, 1, 4))
            {
                ReadSegments(map);
                found = true;
            }
            else if ((Number(entry, 0), Number(entry, 2), Number(map, 0)) is (0, _, 12) or (3, 10, 12))
            {
                ReadGroups(map);
                found = true;
            }
        }

        return found;
    }

    private void ReadGroups(ReadOnlySpan<byte> map)
    {
        for (var group = 0; group < Long(map, 12); group++)
        {
            var entry = map.Slice(16 + (group * 12), 12);
            var last = Math.Min(Long(entry, 4), 0x10FFFF);
            for (var code = Long(entry, 0); code <= last; code++)
            {
                has[(int)code] |= Long(entry, 8) + (code - Long(entry, 0)) != 0;
            }
        }
    }

    private void ReadSegments(ReadOnlySpan<byte> map)
    {
        var size = Number(map, 6);
        for (var segment = 0; segment < size; segment += 2)
        {
            var (start, delta, range) = (Number(map, 16 + size + segment), Number(map, 16 + (2 * size) + segment), 16 + (3 * size) + segment);
            for (var code = start; code <= Number(map, 14 + segment) && code < 0xFFFF; code++)
            {
                var offset = Number(map, range);
                has[code] |= offset == 0 ? ((code + delta) & 0xFFFF) != 0 : Number(map, range + offset + ((code - start) * 2)) != 0;
            }
        }
    }

    private static int Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
