namespace MentorCloud.GraphQL.Language;

/// <summary>
/// Recursive descent over the grammar of the specification (appendix C). Nesting is bounded, so that a deep document
/// is refused instead of exhausting the stack.
/// </summary>
internal sealed partial class Parser
{
    private readonly Lexer _lexer;
    private readonly int _maxDepth;
    private int _depth;
    private Token _token;

    private Parser(string source, int maxTokens, int maxDepth)
    {
        _lexer = new Lexer(source, maxTokens);
        _maxDepth = maxDepth;
        _token = new Token(TokenKind.Sof, 0, 0, null);
    }

    /// <summary>Reads a document.</summary>
    /// <param name="source">The text.</param>
    /// <param name="maxTokens">Most tokens read before the document is refused.</param>
    /// <param name="maxDepth">Deepest nesting of selection sets, values and types read before it is refused.</param>
    /// <exception cref="SyntaxException">The text is not a document, or is beyond a limit.</exception>
    public static Document Parse(string source, int maxTokens = int.MaxValue, int maxDepth = 500)
    {
        var parser = new Parser(source, maxTokens, maxDepth);
        var definitions = parser.Many(TokenKind.Sof, p => p.ParseDefinition(), TokenKind.Eof);
        return new Document(source, definitions, parser._lexer.Count);
    }

    private bool Peek(TokenKind kind) => _token.Kind == kind;

    private bool PeekKeyword(string keyword) => _token.Kind == TokenKind.Name && _token.Value == keyword;

    private bool PeekDescription => _token.Kind is TokenKind.String or TokenKind.BlockString;

    private Token LookAhead() => _lexer.Peek(_token.End);

    private void Advance()
    {
        _token = _lexer.Next(_token.End);
    }

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind) throw Error(token, $"Expected {Token.DescribeKind(kind)}, found {token.Describe()}.");
        Advance();
        return token;
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind) return false;
        Advance();
        return true;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword)) throw Error(_token, $"Expected \"{keyword}\", found {_token.Describe()}.");
    }

    private bool SkipKeyword(string keyword)
    {
        if (!PeekKeyword(keyword)) return false;
        Advance();
        return true;
    }

    private SyntaxException Unexpected(Token? at = null)
    {
        var token = at ?? _token;
        return Error(token, $"Unexpected {token.Describe()}.");
    }

    private SyntaxException Error(Token token, string description) => new(_lexer.Source, token.Start, description);

    private List<T> Any<T>(TokenKind open, Func<Parser, T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        while (!Skip(close)) items.Add(item(this));
        return items;
    }

    private List<T> Many<T>(TokenKind open, Func<Parser, T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        do
        {
            items.Add(item(this));
        }
        while (!Skip(close));
        return items;
    }

    private T[] OptionalMany<T>(TokenKind open, Func<Parser, T> item, TokenKind close) =>
        Peek(open) ? [.. Many(open, item, close)] : [];

    private List<T> Delimited<T>(TokenKind delimiter, Func<Parser, T> item)
    {
        Skip(delimiter);
        var items = new List<T>();
        do
        {
            items.Add(item(this));
        }
        while (Skip(delimiter));
        return items;
    }

    private void Enter()
    {
        if (++_depth > _maxDepth)
        {
            throw new SyntaxException(_lexer.Source, _token.Start, $"Document is nested deeper than {_maxDepth} levels. Parsing aborted.", ErrorCodes.DepthLimit);
        }
    }

    private void Leave() => _depth--;

    private Name ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new Name(token.Value!, token.Start);
    }
}
