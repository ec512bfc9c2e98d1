using System.Linq.Expressions;
using System.Reflection;
using MentorCloud.GraphQL.Execution;
using MentorCloud.GraphQL.Introspection;
using MentorCloud.GraphQL.Subscriptions;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Binding;

/// <summary>
/// Gives every field of every object type its binding, going down from the roots, so that the CLR types of objects are
/// known from what resolvers return. Lists everything that does not fit.
/// </summary>
internal sealed class SchemaBinder(Schema schema, BindingOptions options, List<string> problems)
{
    private readonly OutputBinder _outputs = new(schema);
    private readonly ResolverBinder _resolvers = new(options, new InputConverter());
    private readonly Queue<ObjectType> _queue = new();
    private readonly HashSet<ObjectType> _seen = [];

    public void Bind()
    {
        schema.Resolver.TypeName = options.TypeName;
        IntrospectionBinding.Register(options);
        foreach (var (name, clr) in options.ClrTypes)
        {
            if (schema.Types.Find(name) is not ObjectType type) problems.Add($"ClrType({name}): the schema has no object type of that name");
            else type.Clr = clr;
        }

        foreach (var name in options.ResolvedTypes)
        {
            if (schema.Types.Find(name) is not ObjectType) problems.Add($"Resolvers({name}): the schema has no object type of that name");
        }

        BindReachable();
        foreach (var field in schema.MetaFields) Bind(field, schema.Query!);
    }

    /// <summary>Roots first, then what their resolvers return, then what is left.</summary>
    private void BindReachable()
    {
        Visit(schema.Query);
        Visit(schema.Mutation);
        Visit(schema.Subscription);
        foreach (var type in schema.ObjectTypes)
        {
            if (type.Clr is not null) Visit(type);
        }

        foreach (var type in schema.ObjectTypes)
        {
            BindQueue();
            Visit(type);
        }

        BindQueue();
    }

    private void BindQueue()
    {
        while (_queue.TryDequeue(out var type))
        {
            foreach (var field in type.Fields) Bind(field, type);
        }
    }

    private void Visit(ObjectType? type)
    {
        if (type is not null && _seen.Add(type)) _queue.Enqueue(type);
    }

    private void Bind(FieldDef field, ObjectType type)
    {
        try
        {
            field.Binding = BindMethod(field, type) ?? BindProperty(field, type) ?? BindDefault(field);
            if (field.Binding is null) problems.Add($"{field}: no resolver. {Missing(field, type)}");
        }
        catch (BindingException e)
        {
            problems.Add($"{field}: {e.Message}");
        }
    }

    private string Missing(FieldDef field, ObjectType type)
    {
        var classes = options.ResolversOf(type.Name);
        var name = ClrNames.Pascal(field.Name);
        var where = classes.Count > 0 ? string.Join(" or ", classes.Select(c => c.Name)) : $"a class registered with Resolvers(\"{type.Name}\", ...)";
        return $"Write {name} in {where}" + (type.Clr is null ? string.Empty : $", or a property {name} in {ClrNames.Of(type.Clr)}");
    }

    private FieldBinding? BindMethod(FieldDef field, ObjectType type)
    {
        var name = ClrNames.Pascal(field.Name);
        var methods = options.ResolversOf(type.Name == field.Parent.Name ? type.Name : field.Parent.Name)
            .SelectMany(c => c.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(m => m.Name == name || m.Name == name + "Async").ToList();
        if (methods.Count == 0) return null;
        if (methods.Count > 1) throw new BindingException($"has {methods.Count} resolvers: {string.Join(", ", methods.Select(m => $"{m.ReflectedType!.Name}.{m.Name}"))}");
        var (call, converters) = _resolvers.Bind(field, methods[0], type.Clr);
        if (ReferenceEquals(type, schema.Subscription)) return SubscriptionBinder.Bind(field, call, converters, Writer);
        return Invoker(field, call, converters);
    }

    private FieldBinding Invoker(FieldDef field, Expression call, Func<object?, object?>?[] converters)
    {
        var returned = call.Type;
        var open = returned.IsGenericType ? returned.GetGenericTypeDefinition() : null;
        var value = open == typeof(Task<>) || open == typeof(ValueTask<>) ? returned.GetGenericArguments()[0] : returned;
        var invoker = open == typeof(Task<>) ? typeof(TaskInvoker<>) : open == typeof(ValueTask<>) ? typeof(ValueTaskInvoker<>) : typeof(SyncInvoker<>);
        if (value == typeof(void) || value == typeof(Task) || value == typeof(ValueTask)) throw new BindingException("its resolver returns nothing");
        var writer = Writer(field.Type, value);
        return new FieldBinding(
            () => (FieldInvoker)Activator.CreateInstance(invoker.MakeGenericType(value), ResolverBinder.Compile(call, returned), writer)!,
            converters);
    }

    private FieldBinding? BindProperty(FieldDef field, ObjectType type)
    {
        if (type.Clr is not { } clr || clr == typeof(object)) return null;
        var property = clr.GetProperty(ClrNames.Pascal(field.Name), BindingFlags.Public | BindingFlags.Instance)
            ?? clr.GetProperty(ClrNames.Pascal(field.Name), BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        if (property?.GetMethod is not { } getter) return null;
        if (field.Arguments.Count > 0) throw new BindingException($"has arguments; a property cannot take them. {Missing(field, type)}");
        var writer = Writer(field.Type, property.PropertyType);
        if (clr.IsValueType || clr.IsInterface)
        {
            return Invoker(field, Expression.Property(ResolverBinder.ParentAs(clr), property), []);
        }

        return new FieldBinding(
            () => (FieldInvoker)Activator.CreateInstance(
                typeof(PropertyInvoker<,>).MakeGenericType(clr, property.PropertyType),
                getter.CreateDelegate(typeof(Func<,>).MakeGenericType(clr, property.PropertyType)),
                writer)!,
            []);
    }

    private FieldBinding? BindDefault(FieldDef field)
    {
        if (options.Default is not { } resolve || field.Parent.IsBuiltIn) return null;
        var writer = new DynamicWriter(schema, field.Type);
        QueueObjects(field.Type, null);
        var converters = new Func<object?, object?>?[field.Arguments.Count];
        return ReferenceEquals(field.Parent, schema.Subscription)
            ? SubscriptionBinder.BindDefault(resolve, writer, converters)
            : new FieldBinding(() => new DefaultInvoker(resolve, writer), converters);
    }

    private object Writer(GraphQLType type, Type clr)
    {
        QueueObjects(type, OutputBinder.ElementOf(type, clr));
        return _outputs.Writer(type, clr);
    }

    /// <summary>Learns the CLR type of an object type from the first resolver that returns it.</summary>
    private void QueueObjects(GraphQLType type, Type? clr)
    {
        if (type.Named is not ObjectType target) return;
        if (clr is not null && target.Clr is null) target.Clr = clr;
        else if (clr is not null && clr != typeof(object) && target.Clr is { } known && known != typeof(object) && !known.IsAssignableFrom(clr))
        {
            throw new BindingException($"returns {ClrNames.Of(clr)}, but {target.Name} is {ClrNames.Of(known)}");
        }

        Visit(target);
    }
}
