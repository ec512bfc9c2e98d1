using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace MentorCloud.GraphQL;

/// <summary>
/// The response as it grows: UTF-8 JSON in one pooled buffer. What a null takes with it is cut off again, so nothing is
/// written twice and no tree of values stands between resolvers and wire.
/// </summary>
public sealed class JsonOutput
{
    private const int Initial = 4096;
    private static readonly SearchValues<char> NeedEscape = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Initial);

    internal JsonOutput()
    {
    }

    /// <summary>Bytes written.</summary>
    internal int Position { get; set; }

    internal ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Position);

    internal ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, Position);

    internal ReadOnlySpan<byte> Slice(int start, int end) => _buffer.AsSpan(start, end - start);

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes a whole number.</summary>
    public void WriteNumber(int value)
    {
        var span = Reserve(11);
        Utf8Formatter.TryFormat(value, span, out var written);
        Position += written;
    }

    /// <summary>Writes a whole number; beyond 2^53 JavaScript readers lose digits.</summary>
    public void WriteNumber(long value)
    {
        var span = Reserve(20);
        Utf8Formatter.TryFormat(value, span, out var written);
        Position += written;
    }

    /// <summary>Writes the shortest text that reads back as the same double.</summary>
    /// <exception cref="FormatException">The value is infinite or not a number, which JSON cannot carry.</exception>
    public void WriteNumber(double value)
    {
        if (!double.IsFinite(value)) throw new FormatException($"Float cannot represent non numeric value: {value.ToString(CultureInfo.InvariantCulture)}");
        WriteFormatted(value, "R", quoted: false);
    }

    /// <summary>Writes a decimal with its digits.</summary>
    public void WriteNumber(decimal value) => WriteFormatted(value, default, quoted: false);

    /// <summary>Writes an instant as RFC 3339 in UTC, with as many fractional digits as it has.</summary>
    public void WriteDateTime(DateTimeOffset value)
    {
        var utc = value.UtcDateTime;
        var span = Reserve(32);
        span[0] = (byte)'"';
        int written;
        if (utc.Ticks % TimeSpan.TicksPerSecond == 0)
        {
            utc.TryFormat(span[1..], out written, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }
        else
        {
            utc.TryFormat(span[1..], out written, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
        }

        span[written + 1] = (byte)'"';
        Position += written + 2;
    }

    /// <summary>Writes a UUID in its 36-character form.</summary>
    public void WriteGuid(Guid value)
    {
        var span = Reserve(38);
        span[0] = (byte)'"';
        value.TryFormat(span[1..], out _);
        span[37] = (byte)'"';
        Position += 38;
    }

    /// <summary>Writes a string with the escapes that JSON needs and no others.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        if (value.ContainsAny(NeedEscape))
        {
            WriteEscaped(value);
            return;
        }

        var span = Reserve((value.Length * 3) + 2);
        span[0] = (byte)'"';
        if (Utf8.FromUtf16(value, span[1..], out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            WriteEscaped(value);
            return;
        }

        span[written + 1] = (byte)'"';
        Position += written + 2;
    }

    /// <summary>Writes any JSON value as it is.</summary>
    public void WriteJson(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined) WriteNull();
        else WriteString(value);
    }

    internal void WriteFormatted<T>(T value, ReadOnlySpan<char> format, bool quoted = true)
        where T : IUtf8SpanFormattable
    {
        var span = Reserve(64);
        var offset = quoted ? 1 : 0;
        if (!value.TryFormat(span[offset..^1], out var written, format, CultureInfo.InvariantCulture))
        {
            throw new FormatException($"cannot represent a {typeof(T).Name} of more than 62 bytes");
        }

        if (quoted)
        {
            span[0] = (byte)'"';
            span[written + 1] = (byte)'"';
            written += 2;
        }

        Position += written;
    }

    internal void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Position += bytes.Length;
    }

    internal void WriteByte(byte value)
    {
        Reserve(1)[0] = value;
        Position++;
    }

    /// <summary>Empties the buffer for the next request; a buffer that grew beyond a megabyte goes back to the pool.</summary>
    internal void Reset()
    {
        Position = 0;
        if (_buffer.Length <= 1 << 20) return;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = ArrayPool<byte>.Shared.Rent(Initial);
    }

    /// <summary>Gives the buffer back for good.</summary>
    internal void Release()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        Position = 0;
    }

    private void WriteString(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) WriteString(value.GetString());
        else WriteRaw(Encoding.UTF8.GetBytes(value.GetRawText()));
    }

    private void WriteEscaped(ReadOnlySpan<char> value)
    {
        WriteByte((byte)'"');
        while (value.Length > 0)
        {
            if (Rune.DecodeFromUtf16(value, out var rune, out var consumed) == OperationStatus.Done)
            {
                if (rune.Value < 0x80) WriteAscii((byte)rune.Value);
                else Position += rune.EncodeToUtf8(Reserve(4));
            }
            else
            {
                consumed = 1;
                WriteUnicodeEscape(value[0]);
            }

            value = value[consumed..];
        }

        WriteByte((byte)'"');
    }

    private void WriteAscii(byte c)
    {
        switch (c)
        {
            case (byte)'"': WriteRaw("\\\""u8); break;
            case (byte)'\\': WriteRaw("\\\\"u8); break;
            case (byte)'\n': WriteRaw("\\n"u8); break;
            case (byte)'\r': WriteRaw("\\r"u8); break;
            case (byte)'\t': WriteRaw("\\t"u8); break;
            case (byte)'\b': WriteRaw("\\b"u8); break;
            case (byte)'\f': WriteRaw("\\f"u8); break;
            case < 0x20: WriteUnicodeEscape((char)c); break;
            default: WriteByte(c); break;
        }
    }

    private void WriteUnicodeEscape(char c)
    {
        var span = Reserve(6);
        "\\u"u8.CopyTo(span);
        ((int)c).TryFormat(span[2..], out _, "x4", CultureInfo.InvariantCulture);
        Position += 6;
    }

    private Span<byte> Reserve(int size)
    {
        if (_buffer.Length - Position < size) Grow(size);
        return _buffer.AsSpan(Position);
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, checked(Position + size)));
        _buffer.AsSpan(0, Position).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
