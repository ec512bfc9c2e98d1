using System.Globalization;
using System.Text;

namespace MentorCloud.GraphQL.Language;

internal sealed partial class Lexer
{
    private Token ReadString(int start)
    {
        var position = start + 1;
        var chunk = position;
        StringBuilder? value = null;
        while (position < source.Length)
        {
            var c = source[position];
            if (c == '"')
            {
                var text = value is null ? source[chunk..position] : value.Append(source, chunk, position - chunk).ToString();
                return new Token(TokenKind.String, start, position + 1, text);
            }

            if (c == '\\')
            {
                value ??= new StringBuilder();
                value.Append(source, chunk, position - chunk);
                position = ReadEscape(position, value);
                chunk = position;
                continue;
            }

            if (c is '\n' or '\r') break;
            var length = ScalarLength(position);
            if (length == 0) throw Error(position, $"Invalid character within String: {CodePoint(position)}.");
            position += length;
        }

        throw Error(position, "Unterminated string.");
    }

    private int ReadEscape(int position, StringBuilder value)
    {
        var c = At(position + 1);
        if (c == 'u')
        {
            return At(position + 2) == '{' ? ReadBracedUnicode(position, value) : ReadFixedUnicode(position, value);
        }

        value.Append(c switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Error(position, $"Invalid character escape sequence: \"{Slice(position, 2)}\"."),
        });
        return position + 2;
    }

    private int ReadBracedUnicode(int position, StringBuilder value)
    {
        var point = 0;
        for (var size = 3; size < 12; size++)
        {
            var c = At(position + size);
            if (c == '}')
            {
                if (size < 4 || !Rune.IsValid(point)) break;
                value.Append(new Rune(point).ToString());
                return position + size + 1;
            }

            if (!char.IsAsciiHexDigit(c)) throw Error(position, $"Invalid Unicode escape sequence: \"{Slice(position, size + 1)}\".");
            point = (point << 4) | HexValue(c);
            if (point > 0x10FFFF) point = 0x110000;
        }

        var end = position + 3;
        while (end < position + 12 && char.IsAsciiHexDigit(At(end))) end++;
        throw Error(position, $"Invalid Unicode escape sequence: \"{Slice(position, end - position + 1)}\".");
    }

    private int ReadFixedUnicode(int position, StringBuilder value)
    {
        var code = Hex4(position + 2);
        if (code >= 0 && !char.IsSurrogate((char)code))
        {
            value.Append((char)code);
            return position + 6;
        }

        if (code >= 0 && char.IsHighSurrogate((char)code) && At(position + 6) == '\\' && At(position + 7) == 'u')
        {
            var low = Hex4(position + 8);
            if (low >= 0 && char.IsLowSurrogate((char)low))
            {
                value.Append((char)code).Append((char)low);
                return position + 12;
            }
        }

        throw Error(position, $"Invalid Unicode escape sequence: \"{Slice(position, 6)}\".");
    }

    private int Hex4(int position) =>
        position + 4 <= source.Length && int.TryParse(source.AsSpan(position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : -1;

    private static int HexValue(char c) => c switch
    {
        <= '9' => c - '0',
        <= 'F' => c - 'A' + 10,
        _ => c - 'a' + 10,
    };

    private string Slice(int position, int length) => source.Substring(position, Math.Min(length, source.Length - position));

    private Token ReadBlockString(int start)
    {
        var position = start + 3;
        var chunk = position;
        var raw = new StringBuilder();
        while (position < source.Length)
        {
            var c = source[position];
            if (c == '"' && At(position + 1) == '"' && At(position + 2) == '"')
            {
                raw.Append(source, chunk, position - chunk);
                return new Token(TokenKind.BlockString, start, position + 3, BlockStrings.Dedent(raw.ToString()));
            }

            if (c == '\\' && At(position + 1) == '"' && At(position + 2) == '"' && At(position + 3) == '"')
            {
                raw.Append(source, chunk, position - chunk);
                chunk = position + 1;
                position += 4;
                continue;
            }

            var length = ScalarLength(position);
            if (length == 0) throw Error(position, $"Invalid character within String: {CodePoint(position)}.");
            position += length;
        }

        throw Error(position, "Unterminated string.");
    }
}
