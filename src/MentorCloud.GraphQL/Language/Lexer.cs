namespace MentorCloud.GraphQL.Language;

/// <summary>
/// Cuts a document into tokens (specification, section 2.1 and appendix B). Reads forward once; names are the only
/// substrings it copies. Every token counts against the limit, so that a long document is refused while it is read.
/// </summary>
internal sealed partial class Lexer(string source, int maxTokens)
{
    private int _count;

    public string Source => source;

    public int Count => _count;

    /// <summary>The token at or after <paramref name="position"/>, skipping white space, commas and comments.</summary>
    public Token Next(int position)
    {
        var start = SkipIgnored(position);
        if (start >= source.Length) return new Token(TokenKind.Eof, source.Length, source.Length, null);
        if (++_count > maxTokens)
        {
            throw new SyntaxException(source, start, $"Document contains more than {maxTokens} tokens. Parsing aborted.", ErrorCodes.TokenLimit);
        }

        return Read(start);
    }

    /// <summary>Like <see cref="Next"/>, but the token does not count: it will be read again.</summary>
    public Token Peek(int position)
    {
        var token = Next(position);
        if (token.Kind != TokenKind.Eof) _count--;
        return token;
    }

    private Token Read(int start)
    {
        var c = source[start];
        switch (c)
        {
            case '!': return Punctuator(TokenKind.Bang, start);
            case '$': return Punctuator(TokenKind.Dollar, start);
            case '&': return Punctuator(TokenKind.Amp, start);
            case '(': return Punctuator(TokenKind.ParenL, start);
            case ')': return Punctuator(TokenKind.ParenR, start);
            case ':': return Punctuator(TokenKind.Colon, start);
            case '=': return Punctuator(TokenKind.Equals, start);
            case '@': return Punctuator(TokenKind.At, start);
            case '[': return Punctuator(TokenKind.BracketL, start);
            case ']': return Punctuator(TokenKind.BracketR, start);
            case '{': return Punctuator(TokenKind.BraceL, start);
            case '|': return Punctuator(TokenKind.Pipe, start);
            case '}': return Punctuator(TokenKind.BraceR, start);
            case '.' when At(start + 1) == '.' && At(start + 2) == '.':
                return new Token(TokenKind.Spread, start, start + 3, null);
            case '"':
                return At(start + 1) == '"' && At(start + 2) == '"' ? ReadBlockString(start) : ReadString(start);
        }

        if (IsNameStart(c)) return ReadName(start);
        if (char.IsAsciiDigit(c) || c == '-') return ReadNumber(start);
        throw Unexpected(start);
    }

    private int SkipIgnored(int position)
    {
        while (position < source.Length)
        {
            var c = source[position];
            if (c is ' ' or '\t' or '\n' or '\r' or ',' or '\uFEFF')
            {
                position++;
            }
            else if (c == '#')
            {
                position = SkipComment(position + 1);
            }
            else
            {
                break;
            }
        }

        return position;
    }

    private int SkipComment(int position)
    {
        while (position < source.Length && source[position] is not ('\n' or '\r'))
        {
            var length = ScalarLength(position);
            if (length == 0) break;
            position += length;
        }

        return position;
    }

    private Token ReadName(int start)
    {
        var end = start + 1;
        while (end < source.Length && (char.IsAsciiLetterOrDigit(source[end]) || source[end] == '_')) end++;
        return new Token(TokenKind.Name, start, end, source[start..end]);
    }

    private Token ReadNumber(int start)
    {
        var position = start;
        var kind = TokenKind.Int;
        if (At(position) == '-') position++;
        if (At(position) == '0')
        {
            position++;
            if (char.IsAsciiDigit(At(position))) throw Error(position, $"Invalid number, unexpected digit after 0: {CodePoint(position)}.");
        }
        else
        {
            position = ReadDigits(position);
        }

        if (At(position) == '.')
        {
            kind = TokenKind.Float;
            position = ReadDigits(position + 1);
        }

        if (At(position) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            position++;
            if (At(position) is '+' or '-') position++;
            position = ReadDigits(position);
        }

        if (At(position) == '.' || IsNameStart(At(position)))
        {
            throw Error(position, $"Invalid number, expected digit but got: {CodePoint(position)}.");
        }

        return new Token(kind, start, position, source[start..position]);
    }

    private int ReadDigits(int position)
    {
        if (!char.IsAsciiDigit(At(position))) throw Error(position, $"Invalid number, expected digit but got: {CodePoint(position)}.");
        while (char.IsAsciiDigit(At(position))) position++;
        return position;
    }

    private static Token Punctuator(TokenKind kind, int start) => new(kind, start, start + 1, null);

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    /// <summary>The character at an offset; NUL past the end (which no token contains).</summary>
    private char At(int position) => position < source.Length ? source[position] : '\0';

    /// <summary>1 or 2 when a Unicode scalar value starts here, 0 when a lone surrogate does.</summary>
    private int ScalarLength(int position)
    {
        var c = source[position];
        if (!char.IsSurrogate(c)) return 1;
        return char.IsHighSurrogate(c) && char.IsLowSurrogate(At(position + 1)) ? 2 : 0;
    }

    private SyntaxException Unexpected(int position)
    {
        if (source[position] == '\'')
        {
            return Error(position, "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        }

        return Error(position, ScalarLength(position) > 0 ? $"Unexpected character: {CodePoint(position)}." : $"Invalid character: {CodePoint(position)}.");
    }

    private string CodePoint(int position)
    {
        if (position >= source.Length) return "<EOF>";
        var code = ScalarLength(position) == 2 ? char.ConvertToUtf32(source, position) : source[position];
        if (code is >= 0x20 and <= 0x7E) return code == '"' ? "'\"'" : $"\"{(char)code}\"";
        return $"U+{code:X4}";
    }

    private SyntaxException Error(int position, string description) => new(source, position, description);
}
