using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using MentorCloud.GraphQL.Scalars;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Binding;

/// <summary>
/// Makes the functions that turn coerced values into what a resolver's parameter wants. Made once when the schema is
/// built; a combination that cannot work is a <see cref="BindingException"/> then, not a failure of a request.
/// </summary>
internal sealed class InputConverter
{
    private readonly Dictionary<(InputObjectType, Type), Lazy<Func<object?, object?>>> _records = [];

    /// <summary>A converter of coerced values of <paramref name="type"/> to <paramref name="clr"/>; <see cref="Undefined"/> becomes the CLR default.</summary>
    /// <exception cref="BindingException">The CLR type cannot carry the GraphQL type.</exception>
    public Func<object?, object?> For(GraphQLType type, Type clr)
    {
        if (clr.IsGenericType && clr.GetGenericTypeDefinition() == typeof(Optional<>)) return ForOptional(type, clr);
        var inner = ForValue(type.Nullable, Nullable.GetUnderlyingType(clr) ?? clr);
        var missing = clr.IsValueType && Nullable.GetUnderlyingType(clr) is null ? Activator.CreateInstance(clr) : null;
        return value => value is null || ReferenceEquals(value, Undefined.Value) ? missing : inner(value);
    }

    private Func<object?, object?> ForOptional(GraphQLType type, Type clr)
    {
        var inner = For(type, clr.GetGenericArguments()[0]);
        var none = Activator.CreateInstance(clr);
        var constructor = clr.GetConstructor([clr.GetGenericArguments()[0]])!;
        var parameter = Expression.Parameter(typeof(object));
        var wrap = Expression.Lambda<Func<object?, object?>>(
            Expression.Convert(Expression.New(constructor, Expression.Convert(parameter, clr.GetGenericArguments()[0])), typeof(object)), parameter).Compile();
        return value => ReferenceEquals(value, Undefined.Value) ? none : wrap(inner(value));
    }

    private Func<object, object?> ForValue(GraphQLType type, Type clr)
    {
        if (clr == typeof(JsonElement)) return ToJson;
        if (clr == typeof(object)) return value => value;
        return type switch
        {
            ListType list => ForList(list, clr),
            EnumType @enum => ForEnum(@enum, clr),
            ScalarType scalar => ForScalar(scalar, clr),
            InputObjectType input => ForRecord(input, clr),
            _ => throw new BindingException($"{type} is not an input type"),
        };
    }

    private static object? ToJson(object value)
    {
        using var document = CoercedValues.ToJson(value);
        return document.RootElement.Clone();
    }

    private Func<object, object?> ForList(ListType type, Type clr)
    {
        var item = clr.IsArray ? clr.GetElementType()! : clr.IsGenericType ? clr.GetGenericArguments()[0] : null;
        if (item is null || !(clr.IsAssignableFrom(item.MakeArrayType()) || clr == typeof(List<>).MakeGenericType(item)))
        {
            throw new BindingException($"{ClrNames.Of(clr)} cannot carry {type}; take an array, IReadOnlyList or List");
        }

        var convert = For(type.Item, item);
        var asList = clr == typeof(List<>).MakeGenericType(item);
        return value =>
        {
            var source = (object?[])value;
            var array = Array.CreateInstance(item, source.Length);
            for (var i = 0; i < source.Length; i++) array.SetValue(convert(source[i]), i);
            return asList ? Activator.CreateInstance(clr, array) : array;
        };
    }

    private static Func<object, object?> ForEnum(EnumType type, Type clr)
    {
        if (clr == typeof(string)) return value => ((EnumMember)value).Name;
        if (!clr.IsEnum) throw new BindingException($"{ClrNames.Of(clr)} cannot carry enum {type.Name}");
        var byIndex = EnumMap.ToClr(type, clr);
        return value => byIndex[((EnumMember)value).Index];
    }

    private static Func<object, object?> ForScalar(ScalarType type, Type clr)
    {
        if (clr.IsAssignableFrom(type.Codec.ClrType)) return value => value;
        switch (type.Name)
        {
            case "Int" when clr == typeof(long) || clr == typeof(double) || clr == typeof(decimal):
            case "Float" when clr == typeof(float) || clr == typeof(decimal):
                return value => Convert.ChangeType(value, clr, CultureInfo.InvariantCulture);
            case "ID" or "String" when Parsable(clr) is { } parse:
                return parse;
        }

        if (clr == typeof(string) && BuiltInScalars.Find(type.Name) is null) return value => ScalarText.Of(type.Codec, value);
        throw new BindingException($"{ClrNames.Of(clr)} cannot carry scalar {type.Name}, which is {ClrNames.Of(type.Codec.ClrType)}");
    }

    /// <summary>Any <see cref="IParsable{TSelf}"/> carries an ID: typed ids read themselves.</summary>
    private static Func<object, object?>? Parsable(Type clr)
    {
        if (!clr.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>))) return null;
        return typeof(InputConverter).GetMethod(nameof(ParserOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(clr).CreateDelegate<Func<Func<object, object?>>>()();
    }

    private static Func<object, object?> ParserOf<T>()
        where T : IParsable<T> =>
        value => T.TryParse((string)value, CultureInfo.InvariantCulture, out var result)
            ? result
            : throw new ArgumentCoercionException($"\"{value}\" is not a valid {typeof(T).Name}.", null);

    private Func<object, object?> ForRecord(InputObjectType type, Type clr)
    {
        if (!_records.TryGetValue((type, clr), out var made))
        {
            made = new Lazy<Func<object?, object?>>(() => BuildRecord(type, clr));
            _records[(type, clr)] = made;
            _ = made.Value;
        }

        return made.IsValueCreated ? made.Value : value => made.Value(value);
    }

    private Func<object?, object?> BuildRecord(InputObjectType type, Type clr)
    {
        var constructor = clr.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()
            ?? throw new BindingException($"{ClrNames.Of(clr)} has no public constructor for input {type.Name}");
        var parameters = constructor.GetParameters();
        foreach (var field in type.Fields)
        {
            if (!Array.Exists(parameters, p => string.Equals(p.Name, field.Name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new BindingException($"{ClrNames.Of(clr)} has no constructor parameter for {type.Name}.{field.Name}");
            }
        }

        var values = Expression.Parameter(typeof(object?[]));
        var arguments = parameters.Select(p => RecordArgument(type, clr, p, values)).ToArray();
        var create = Expression.Lambda<Func<object?[], object?>>(Expression.Convert(Expression.New(constructor, arguments), typeof(object)), values).Compile();
        return value => create(((InputObject)value!).Values);
    }

    private Expression RecordArgument(InputObjectType type, Type clr, ParameterInfo parameter, ParameterExpression values)
    {
        InputValueDef? field = null;
        foreach (var candidate in type.Fields)
        {
            if (string.Equals(candidate.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)) field = candidate;
        }

        if (field is null)
        {
            return parameter.HasDefaultValue
                ? Expression.Constant(parameter.DefaultValue, parameter.ParameterType)
                : throw new BindingException($"{ClrNames.Of(clr)}({parameter.Name}) is no field of input {type.Name}");
        }

        Nullability.CheckInput(field, type.IsOneOf, parameter, $"{ClrNames.Of(clr)}({parameter.Name})");
        var convert = For(field.Type, parameter.ParameterType);
        var raw = Expression.ArrayIndex(values, Expression.Constant(field.Index));
        return Expression.Convert(Expression.Invoke(Expression.Constant(convert), raw), parameter.ParameterType);
    }
}
