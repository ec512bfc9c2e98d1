namespace MentorCloud.GraphQL.Language;

internal sealed partial class Parser
{
    private ValueNode ParseValue(bool constant)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketL:
                return ParseList(constant);
            case TokenKind.BraceL:
                return ParseObject(constant);
            case TokenKind.Int:
                Advance();
                return new IntValue(token.Start, token.Value!);
            case TokenKind.Float:
                Advance();
                return new FloatValue(token.Start, token.Value!);
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                Advance();
                return FromName(token);
            case TokenKind.Dollar when constant:
                throw VariableInConstant(token);
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Unexpected();
        }
    }

    private static ValueNode FromName(Token token) => token.Value switch
    {
        "true" => new BooleanValue(token.Start, true),
        "false" => new BooleanValue(token.Start, false),
        "null" => new NullValue(token.Start),
        var name => new EnumValue(token.Start, name!),
    };

    private SyntaxException VariableInConstant(Token dollar)
    {
        Advance();
        return Peek(TokenKind.Name)
            ? Error(dollar, $"Unexpected variable \"${_token.Value}\" in constant value.")
            : Unexpected(dollar);
    }

    private StringValue ParseString()
    {
        var token = _token;
        Advance();
        return new StringValue(token.Start, token.Value!, token.Kind == TokenKind.BlockString);
    }

    private StringValue? ParseDescription() => PeekDescription ? ParseString() : null;

    private ListValue ParseList(bool constant)
    {
        Enter();
        var start = _token.Start;
        var items = constant
            ? Any(TokenKind.BracketL, p => p.ParseValue(true), TokenKind.BracketR)
            : Any(TokenKind.BracketL, p => p.ParseValue(false), TokenKind.BracketR);
        Leave();
        return new ListValue(start, items);
    }

    private ObjectValue ParseObject(bool constant)
    {
        Enter();
        var start = _token.Start;
        var fields = constant
            ? Any(TokenKind.BraceL, p => p.ParseObjectField(true), TokenKind.BraceR)
            : Any(TokenKind.BraceL, p => p.ParseObjectField(false), TokenKind.BraceR);
        Leave();
        return new ObjectValue(start, fields);
    }

    private ObjectField ParseObjectField(bool constant)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ObjectField(name.Start, name, ParseValue(constant));
    }

    private TypeNode ParseType()
    {
        Enter();
        var start = _token.Start;
        TypeNode type;
        if (Skip(TokenKind.BracketL))
        {
            var item = ParseType();
            Expect(TokenKind.BracketR);
            type = new ListTypeNode(start, item);
        }
        else
        {
            type = ParseNamedType();
        }

        Leave();
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(start, type) : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name.Start, name.Value);
    }
}
