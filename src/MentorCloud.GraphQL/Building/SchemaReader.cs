using MentorCloud.GraphQL.Introspection;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Scalars;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Building;

/// <summary>Makes types of definitions: first the names, then what they hold, so that types may refer to each other.</summary>
internal sealed class SchemaReader
{
    private readonly Schema _schema = new();
    private readonly List<string> _problems;
    private readonly Dictionary<string, List<TypeDefinition>> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<OperationKind, string> _roots = [];

    private SchemaReader(List<string> problems) => _problems = problems;

    /// <summary>Reads and checks a schema document; what is wrong is added to <paramref name="problems"/>.</summary>
    public static Schema Read(Document document, IReadOnlyDictionary<string, Scalar> scalars, List<string> problems)
    {
        var reader = new SchemaReader(problems);
        SdlRules.Check(document, problems);
        if (problems.Count > 0) return reader._schema;
        reader.Declare(Parser.Parse(IntrospectionSdl.Text).Definitions, builtIn: true);
        reader.Declare(document.Definitions, builtIn: false);
        reader.BindScalars(scalars);
        reader.Fill(document);
        if (problems.Count == 0) SchemaValidator.Check(reader._schema, problems);
        if (problems.Count == 0) AppliedDirectives.Check(document, reader._schema, problems);
        return reader._schema;
    }

    private void Declare(IReadOnlyList<Definition> definitions, bool builtIn)
    {
        foreach (var definition in definitions.OfType<TypeDefinition>())
        {
            if (!_parts.TryGetValue(definition.Name.Value, out var parts)) _parts.Add(definition.Name.Value, parts = []);
            if (!builtIn && parts.Count > 0 && parts[0].Kind == TypeKind.Scalar && BuiltInScalars.Find(definition.Name.Value) is not null) continue;
            if (definition.IsExtension) parts.Add(definition);
            else parts.Insert(0, definition);
        }

        foreach (var definition in definitions.OfType<TypeDefinition>().Where(d => !d.IsExtension))
        {
            var type = Make(definition, builtIn);
            type.Description = definition.Description?.Text;
            _schema.Types.TryAdd(type.Name, type);
        }

        foreach (var definition in definitions.OfType<DirectiveDefinition>())
        {
            _directives.RemoveAll(d => d.Definition.Name.Value == definition.Name.Value);
            _directives.Add((definition, builtIn));
        }
    }

    private readonly List<(DirectiveDefinition Definition, bool BuiltIn)> _directives = [];

    private static NamedType Make(TypeDefinition definition, bool builtIn) => definition.Kind switch
    {
        TypeKind.Scalar => new ScalarType(definition.Name.Value) { IsBuiltIn = builtIn },
        TypeKind.Object => new ObjectType(definition.Name.Value) { IsBuiltIn = builtIn },
        TypeKind.Interface => new InterfaceType(definition.Name.Value),
        TypeKind.Union => new UnionType(definition.Name.Value),
        TypeKind.Enum => new EnumType(definition.Name.Value) { IsBuiltIn = builtIn },
        _ => new InputObjectType(definition.Name.Value),
    };

    private void BindScalars(IReadOnlyDictionary<string, Scalar> scalars)
    {
        foreach (var type in _schema.Types.OfType<ScalarType>())
        {
            if (scalars.TryGetValue(type.Name, out var codec)) type.Codec = codec;
            else if (BuiltInScalars.Find(type.Name) is { } builtIn) type.Codec = builtIn;
        }

        foreach (var name in scalars.Keys)
        {
            if (_schema.Types.Find(name) is not ScalarType) _problems.Add($"Scalar({name}): the schema has no scalar of that name");
        }
    }

    private void Fill(Document document)
    {
        var members = new MemberReader(_schema, _problems);
        foreach (var type in _schema.Types)
        {
            foreach (var part in _parts[type.Name]) members.Fill(type, part);
        }

        foreach (var (definition, builtIn) in _directives)
        {
            _schema.Directives.TryAdd(definition.Name.Value, members.Directive(definition, builtIn));
        }

        ReadRoots(document);
        Index();
    }

    private void ReadRoots(Document document)
    {
        var definitions = document.Definitions.OfType<SchemaDefinition>().ToList();
        _schema.Description = definitions.FirstOrDefault(d => !d.IsExtension)?.Description?.Text;
        if (definitions.All(d => d.IsExtension))
        {
            foreach (var kind in Enum.GetValues<OperationKind>())
            {
                if (_schema.Types.Find(kind.ToString()) is not null) _roots[kind] = kind.ToString();
            }
        }

        foreach (var operation in definitions.SelectMany(d => d.Operations)) _roots[operation.Kind] = operation.Type.Name;
        _schema.Query = Root(OperationKind.Query);
        _schema.Mutation = Root(OperationKind.Mutation);
        _schema.Subscription = Root(OperationKind.Subscription);
        if (!_roots.ContainsKey(OperationKind.Query)) _problems.Add("Query root type must be provided.");
    }

    private ObjectType? Root(OperationKind kind)
    {
        if (!_roots.TryGetValue(kind, out var name)) return null;
        if (_schema.Types.Find(name) is ObjectType type) return type;
        _problems.Add($"{kind} root type must be Object type, it cannot be {name}.");
        return null;
    }

    private void Index()
    {
        foreach (var type in _schema.Types)
        {
            if (type is ObjectType o)
            {
                o.Index = _schema.ObjectTypes.Count;
                _schema.ObjectTypes.Add(o);
                foreach (var i in o.Interfaces) _schema.AddPossible(i, o);
            }
            else if (type is UnionType union)
            {
                foreach (var member in union.Members) _schema.AddPossible(union, member);
            }
        }

        if (_schema.Types.Find(MetaFields.TypeName) is ObjectType meta)
        {
            foreach (var field in meta.Fields) _schema.MetaFields.TryAdd(field.Name, field);
        }
    }
}
