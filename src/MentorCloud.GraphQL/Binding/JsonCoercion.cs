using System.Text.Json;
using MentorCloud.GraphQL.Scalars;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Binding;

/// <summary>
/// Coerces the JSON of a variable. The first run keeps no path and only finds out whether anything is wrong; when
/// something is, a second one with <paramref name="report"/> says every place.
/// </summary>
internal sealed class JsonCoercion(string variable, Action<string>? report)
{
    private const int MaxErrors = 20;
    private static readonly List<object> Shared = [];
    private readonly List<object> _path = report is null ? Shared : [];
    private int _errors;

    public bool Failed => _errors > 0;

    public object? Coerce(JsonElement json, GraphQLType type)
    {
        if (type is NonNullType nonNull)
        {
            if (json.ValueKind == JsonValueKind.Null) return Fail(json, $"Expected non-nullable type \"{type}\" not to be null.");
            type = nonNull.Inner;
        }

        if (json.ValueKind == JsonValueKind.Null) return null;
        return type switch
        {
            ListType list => CoerceList(json, list),
            InputObjectType input => CoerceObject(json, input),
            EnumType @enum => CoerceEnum(json, @enum),
            ScalarType scalar => CoerceScalar(json, scalar),
            _ => Fail(json, $"Expected an input type, found \"{type}\"."),
        };
    }

    private object?[] CoerceList(JsonElement json, ListType type)
    {
        if (json.ValueKind != JsonValueKind.Array) return new[] { Coerce(json, type.Item) };
        var items = new object?[json.GetArrayLength()];
        var i = 0;
        foreach (var item in json.EnumerateArray())
        {
            items[i] = CoerceAt(i, item, type.Item);
            i++;
        }

        return items;
    }

    private object? CoerceAt<T>(T step, JsonElement json, GraphQLType type)
        where T : notnull
    {
        if (report is null) return Coerce(json, type);
        _path.Add(step);
        var value = Coerce(json, type);
        _path.RemoveAt(_path.Count - 1);
        return value;
    }

    private object? CoerceObject(JsonElement json, InputObjectType type)
    {
        if (json.ValueKind != JsonValueKind.Object) return Fail(json, $"Expected type \"{type.Name}\" to be an object.");
        var result = new InputObject(type);
        var given = 0;
        foreach (var property in json.EnumerateObject())
        {
            if (!type.Fields.TryGet(property.Name, out var field))
            {
                Fail(json, $"Field \"{Shorten(property.Name)}\" is not defined by type \"{type.Name}\".");
                continue;
            }

            given++;
            result[field.Index] = CoerceAt(field.Name, property.Value, field.Type);
        }

        if (type.IsOneOf) CheckOneOf(json, type, result, given);
        foreach (var field in type.Fields)
        {
            if (result.Has(field.Index)) continue;
            if (field.Default is not null) result[field.Index] = field.DefaultValue;
            else if (field.Type.IsNonNull) Fail(json, $"Field \"{type.Name}.{field.Name}\" of required type \"{field.Type}\" was not provided.");
        }

        return result;
    }

    private void CheckOneOf(JsonElement json, InputObjectType type, InputObject value, int given)
    {
        if (given != 1) Fail(json, $"Exactly one key must be specified for OneOf type \"{type.Name}\".");
        else if (Array.Exists(value.Values, v => v is null) && _errors == 0) Fail(json, "Field of a OneOf type must be non-null.");
    }

    private object? CoerceEnum(JsonElement json, EnumType type)
    {
        if (json.ValueKind != JsonValueKind.String) return Fail(json, $"Enum \"{type.Name}\" cannot represent non-string value: {Shorten(json.GetRawText())}.");
        return type.Values.TryGet(json.GetString()!, out var member)
            ? member
            : Fail(json, $"Value \"{Shorten(json.GetString()!)}\" does not exist in \"{type.Name}\" enum.");
    }

    private object? CoerceScalar(JsonElement json, ScalarType type)
    {
        try
        {
            return type.Codec.ParseBoxed(new ScalarInput(json));
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return Fail(json, e.Message);
        }
    }

    private object? Fail(JsonElement json, string reason)
    {
        if (++_errors > MaxErrors || report is null) return null;
        var at = _path.Count == 0 ? string.Empty : $" at \"{variable}{PathText()}\"";
        report($"Variable \"${variable}\" got invalid value {Shorten(json.GetRawText())}{at}; {reason}");
        return null;
    }

    private string PathText() => string.Concat(_path.Select(p => p is int i ? $"[{i}]" : $".{p}"));

    private static string Shorten(string text) => text.Length <= 120 ? text : string.Concat(text.AsSpan(0, 117), "...");
}
