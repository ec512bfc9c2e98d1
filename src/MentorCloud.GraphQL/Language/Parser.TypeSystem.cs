namespace MentorCloud.GraphQL.Language;

internal sealed partial class Parser
{
    private TypeSystemDefinition? ParseTypeSystemDefinition(string keyword)
    {
        if (keyword is not ("schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive")) return null;
        var start = _token.Start;
        var description = ParseDescription();
        Advance();
        return keyword switch
        {
            "schema" => ParseSchema(start, description),
            "directive" => ParseDirectiveDefinition(start, description),
            _ => ParseTypeDefinition(start, keyword, description, extension: false),
        };
    }

    private TypeSystemDefinition ParseExtension()
    {
        var keyword = LookAhead();
        if (keyword.Kind != TokenKind.Name) throw Unexpected(keyword);
        var start = _token.Start;
        switch (keyword.Value)
        {
            case "schema":
                Advance();
                Advance();
                return ParseSchemaExtension(start);
            case "scalar" or "type" or "interface" or "union" or "enum" or "input":
                Advance();
                Advance();
                return ParseTypeDefinition(start, keyword.Value, null, extension: true);
            default:
                throw Unexpected(keyword);
        }
    }

    private SchemaDefinition ParseSchema(int start, StringValue? description) => new(start)
    {
        Description = description,
        Directives = ParseDirectives(constant: true),
        Operations = Many(TokenKind.BraceL, p => p.ParseOperationType(), TokenKind.BraceR),
    };

    private SchemaDefinition ParseSchemaExtension(int start)
    {
        var directives = ParseDirectives(constant: true);
        var operations = OptionalMany(TokenKind.BraceL, p => p.ParseOperationType(), TokenKind.BraceR);
        if (directives.Count == 0 && operations.Length == 0) throw Unexpected();
        return new SchemaDefinition(start) { IsExtension = true, Directives = directives, Operations = operations };
    }

    private OperationTypeDefinition ParseOperationType()
    {
        var start = _token.Start;
        var kind = ParseOperationKind();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinition(start, kind, ParseNamedType());
    }

    private TypeDefinition ParseTypeDefinition(int start, string keyword, StringValue? description, bool extension)
    {
        var kind = KindOf(keyword);
        var name = ParseName();
        var composite = kind is TypeKind.Object or TypeKind.Interface;
        var definition = new TypeDefinition(start)
        {
            Kind = kind,
            Name = name,
            IsExtension = extension,
            Description = description,
            Interfaces = composite && SkipKeyword("implements") ? Delimited(TokenKind.Amp, p => p.ParseNamedType()) : [],
            Directives = ParseDirectives(constant: true),
            Fields = composite ? OptionalMany(TokenKind.BraceL, p => p.ParseFieldDefinition(), TokenKind.BraceR) : [],
            Members = kind == TypeKind.Union && Skip(TokenKind.Equals) ? Delimited(TokenKind.Pipe, p => p.ParseNamedType()) : [],
            Values = kind == TypeKind.Enum ? OptionalMany(TokenKind.BraceL, p => p.ParseEnumValue(), TokenKind.BraceR) : [],
            InputFields = kind == TypeKind.InputObject ? OptionalMany(TokenKind.BraceL, p => p.ParseInputValue(), TokenKind.BraceR) : [],
        };
        if (extension && IsEmpty(definition)) throw Unexpected();
        return definition;
    }

    private static bool IsEmpty(TypeDefinition d) =>
        d.Interfaces.Count + d.Directives.Count + d.Fields.Count + d.Members.Count + d.Values.Count + d.InputFields.Count == 0;

    private static TypeKind KindOf(string keyword) => keyword switch
    {
        "scalar" => TypeKind.Scalar,
        "type" => TypeKind.Object,
        "interface" => TypeKind.Interface,
        "union" => TypeKind.Union,
        "enum" => TypeKind.Enum,
        _ => TypeKind.InputObject,
    };

    private FieldDefinition ParseFieldDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = OptionalMany(TokenKind.ParenL, p => p.ParseInputValue(), TokenKind.ParenR);
        Expect(TokenKind.Colon);
        return new FieldDefinition(start)
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            Type = ParseType(),
            Directives = ParseDirectives(constant: true),
        };
    }

    private InputValueDefinition ParseInputValue()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new InputValueDefinition(start)
        {
            Description = description,
            Name = name,
            Type = ParseType(),
            Default = Skip(TokenKind.Equals) ? ParseValue(constant: true) : null,
            Directives = ParseDirectives(constant: true),
        };
    }

    private EnumValueDefinition ParseEnumValue()
    {
        var start = _token.Start;
        var description = ParseDescription();
        if (_token.Value is "true" or "false" or "null" && _token.Kind == TokenKind.Name)
        {
            throw Error(_token, $"{_token.Describe()} is reserved and cannot be used for an enum value.");
        }

        return new EnumValueDefinition(start) { Description = description, Name = ParseName(), Directives = ParseDirectives(constant: true) };
    }

    private DirectiveDefinition ParseDirectiveDefinition(int start, StringValue? description)
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = OptionalMany(TokenKind.ParenL, p => p.ParseInputValue(), TokenKind.ParenR);
        var repeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        return new DirectiveDefinition(start)
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            Repeatable = repeatable,
            Locations = Delimited(TokenKind.Pipe, p => p.ParseDirectiveLocation()),
        };
    }

    private Name ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        return DirectiveLocations.IsKnown(name.Value) ? name : throw Unexpected(token);
    }
}
