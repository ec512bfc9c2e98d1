namespace MentorCloud.GraphQL.Language;

internal sealed partial class Parser
{
    private Definition ParseDefinition()
    {
        if (Peek(TokenKind.BraceL)) return ParseOperation();
        var described = PeekDescription;
        var keyword = described ? LookAhead() : _token;
        if (described && keyword.Kind == TokenKind.BraceL)
        {
            throw Error(_token, "Unexpected description, descriptions are not supported on shorthand queries.");
        }

        if (keyword.Kind != TokenKind.Name) throw Unexpected(keyword);
        if (ParseTypeSystemDefinition(keyword.Value!) is { } definition) return definition;
        switch (keyword.Value)
        {
            case "query" or "mutation" or "subscription":
                return ParseOperation();
            case "fragment":
                return ParseFragmentDefinition();
        }

        if (described) throw Error(_token, "Unexpected description, only GraphQL definitions support descriptions.");
        if (keyword.Value == "extend") return ParseExtension();
        throw Unexpected(keyword);
    }

    private OperationDefinition ParseOperation()
    {
        var start = _token.Start;
        if (Peek(TokenKind.BraceL))
        {
            return new OperationDefinition(start)
            {
                Kind = OperationKind.Query,
                Variables = [],
                Directives = [],
                SelectionSet = ParseSelectionSet(),
                IsShorthand = true,
            };
        }

        return new OperationDefinition(start)
        {
            Description = ParseDescription(),
            Kind = ParseOperationKind(),
            Name = Peek(TokenKind.Name) ? ParseName() : null,
            Variables = OptionalMany(TokenKind.ParenL, p => p.ParseVariableDefinition(), TokenKind.ParenR),
            Directives = ParseDirectives(constant: false),
            SelectionSet = ParseSelectionSet(),
        };
    }

    private OperationKind ParseOperationKind()
    {
        var token = Expect(TokenKind.Name);
        return token.Value switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => throw Unexpected(token),
        };
    }

    private VariableDefinition ParseVariableDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        return new VariableDefinition(start)
        {
            Description = description,
            Variable = variable,
            Type = ParseType(),
            Default = Skip(TokenKind.Equals) ? ParseValue(constant: true) : null,
            Directives = ParseDirectives(constant: true),
        };
    }

    private VariableNode ParseVariable()
    {
        var start = Expect(TokenKind.Dollar).Start;
        return new VariableNode(start, ParseName());
    }

    private SelectionSet ParseSelectionSet()
    {
        Enter();
        var set = new SelectionSet(_token.Start, Many(TokenKind.BraceL, p => p.ParseSelection(), TokenKind.BraceR));
        Leave();
        return set;
    }

    private Selection ParseSelection() => Peek(TokenKind.Spread) ? ParseFragment() : ParseField();

    private Field ParseField()
    {
        var start = _token.Start;
        var first = ParseName();
        var aliased = Skip(TokenKind.Colon);
        return new Field(start)
        {
            Alias = aliased ? first : null,
            Name = aliased ? ParseName() : first,
            Arguments = ParseArguments(constant: false),
            Directives = ParseDirectives(constant: false),
            SelectionSet = Peek(TokenKind.BraceL) ? ParseSelectionSet() : null,
        };
    }

    private Argument[] ParseArguments(bool constant) =>
        constant
            ? OptionalMany(TokenKind.ParenL, p => p.ParseArgument(true), TokenKind.ParenR)
            : OptionalMany(TokenKind.ParenL, p => p.ParseArgument(false), TokenKind.ParenR);

    private Argument ParseArgument(bool constant)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new Argument(name.Start, name, ParseValue(constant));
    }

    private Selection ParseFragment()
    {
        var start = Expect(TokenKind.Spread).Start;
        var conditioned = SkipKeyword("on");
        if (!conditioned && Peek(TokenKind.Name))
        {
            return new FragmentSpread(start) { Name = ParseFragmentName(), Directives = ParseDirectives(constant: false) };
        }

        return new InlineFragment(start)
        {
            TypeCondition = conditioned ? ParseNamedType() : null,
            Directives = ParseDirectives(constant: false),
            SelectionSet = ParseSelectionSet(),
        };
    }

    private FragmentDefinition ParseFragmentDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("fragment");
        var name = ParseFragmentName();
        ExpectKeyword("on");
        return new FragmentDefinition(start)
        {
            Description = description,
            Name = name,
            TypeCondition = ParseNamedType(),
            Directives = ParseDirectives(constant: false),
            SelectionSet = ParseSelectionSet(),
        };
    }

    private Name ParseFragmentName()
    {
        if (_token.Value == "on") throw Unexpected();
        return ParseName();
    }

    private List<Directive> ParseDirectives(bool constant)
    {
        var directives = new List<Directive>();
        while (Peek(TokenKind.At))
        {
            var start = Expect(TokenKind.At).Start;
            directives.Add(new Directive(start, ParseName(), ParseArguments(constant)));
        }

        return directives;
    }
}
