using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Building;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Scalars;

namespace MentorCloud.GraphQL;

/// <summary>
/// Binds a schema's SDL to plain C# classes. A field is answered by a resolver method of its name (PascalCase, with or
/// without Async), else by a property of the CLR type of its object.
/// </summary>
/// <remarks>
/// A resolver method takes, in any order and each only when it wants it: the parent object (the parameter of its CLR type,
/// or named <c>parent</c>); GraphQL arguments by name; loaders; <see cref="FieldContext"/>; <see cref="CancellationToken"/>;
/// <see cref="IServiceProvider"/>; the request's state by its type; and services. It returns a value, a Task or ValueTask
/// of one, or for subscriptions an IAsyncEnumerable (or a Task of one).
/// </remarks>
/// <param name="sdl">The schema document: definitions and extensions.</param>
public sealed class SchemaBuilder(string sdl)
{
    private readonly BindingOptions _options = new();

    /// <summary>Answers a type's fields by the public methods of a class; several classes may share a type.</summary>
    /// <param name="typeName">An object type of the schema.</param>
    /// <param name="resolvers">Static methods, or instance methods of a class that the request's services can make.</param>
    public SchemaBuilder Resolvers(string typeName, Type resolvers)
    {
        ArgumentNullException.ThrowIfNull(resolvers);
        _options.AddResolvers(typeName, resolvers);
        return this;
    }

    /// <summary>Says which CLR type an object type's values have. Needed only where no resolver's return type says so, as behind interfaces and unions.</summary>
    /// <param name="typeName">An object type of the schema.</param>
    /// <param name="clrType">Its values' class.</param>
    public SchemaBuilder ClrType(string typeName, Type clrType)
    {
        ArgumentNullException.ThrowIfNull(clrType);
        _options.ClrTypes.Add((typeName, clrType));
        return this;
    }

    /// <summary>Binds a custom scalar; one that is not bound passes JSON through.</summary>
    /// <param name="name">Its name in the schema.</param>
    /// <param name="scalar">How it is read and written; see <see cref="CommonScalars"/>.</param>
    public SchemaBuilder Scalar(string name, Scalar scalar)
    {
        ArgumentNullException.ThrowIfNull(scalar);
        _options.Scalars[name] = scalar;
        return this;
    }

    /// <summary>Resolver parameters of this type receive the request's <see cref="GraphQLRequestContext.State"/>.</summary>
    /// <typeparam name="T">The state's type.</typeparam>
    public SchemaBuilder State<T>()
        where T : class
    {
        _options.StateType = typeof(T);
        return this;
    }

    /// <summary>Names the object type of values behind interfaces and unions whose CLR type does not say it.</summary>
    /// <param name="typeName">The name for a value; null to go by the CLR type.</param>
    public SchemaBuilder TypeName(Func<object, string?> typeName)
    {
        _options.TypeName = typeName;
        return this;
    }

    /// <summary>Answers every field that nothing else answers: for data whose shape is known only when it comes.</summary>
    /// <param name="resolver">Gets the parent (null at the root) and the field; gives a value or a <c>Task&lt;object?&gt;</c>.</param>
    public SchemaBuilder DefaultResolver(Func<object?, FieldContext, object?> resolver)
    {
        _options.Default = resolver;
        return this;
    }

    /// <summary>Reads, checks and binds.</summary>
    /// <exception cref="SchemaException">The SDL is wrong, or fields, arguments or types do not fit their C#; lists everything.</exception>
    public Schema Build()
    {
        var problems = new List<string>();
        var schema = ReadSchema(problems);
        if (problems.Count == 0) new SchemaBinder(schema, _options, problems).Bind();
        return problems.Count == 0 ? schema : throw new SchemaException(problems);
    }

    private Schema ReadSchema(List<string> problems)
    {
        try
        {
            return SchemaReader.Read(Parser.Parse(sdl), _options.Scalars, problems);
        }
        catch (SyntaxException e)
        {
            var at = SourceLocation.At(sdl, e.Position);
            throw new SchemaException([$"{e.Message} (line {at.Line}, column {at.Column})"]);
        }
    }
}
