using System.Globalization;

namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>Makes values for arguments by their types: ids from somebody's things, everything else plausible.</summary>
/// <param name="schema">The schema.</param>
/// <param name="now">The server's time.</param>
/// <param name="variant">Which member of a one-of input is given.</param>
internal sealed class Sampler(SchemaModel schema, DateTimeOffset now, int variant = 0)
{
    /// <summary>The variables of a field: every argument that is required or holds an id.</summary>
    /// <param name="field">The field.</param>
    /// <param name="key">An idempotency key.</param>
    /// <param name="idAt">The id for a place and a name, such as <c>input.pair.mentor</c> and <c>mentor</c>.</param>
    public Dictionary<string, object?> Variables(SchemaField field, string key, Func<string, string, string> idAt) => field.Arguments
        .Where(argument => argument.IsRequired || HoldsId(argument.Type))
        .ToDictionary(argument => argument.Name, argument => Value(argument, argument.Name, key, idAt));

    /// <summary>How many members a one-of input in the field has; 1 when there is none.</summary>
    public int VariantsOf(SchemaField field) => field.Arguments.Max(argument => (int?)VariantsOf(argument.Type.Name)) ?? 1;

    private int VariantsOf(string type) => schema.IsOneOf(type)
        ? schema.InputsOf(type).Count
        : schema.InputsOf(type).Max(input => (int?)VariantsOf(input.Type.Name)) ?? 1;

    private bool HoldsId(SchemaType type) => type.Name == "ID" || schema.InputsOf(type.Name).Any(input => Names(type.Name, input) || HoldsId(input.Type));

    /// <summary>Whether a member that is no id names a thing all the same.</summary>
    private static bool Names(string type, SchemaInput member) => PlainNames.OfThings.ContainsKey($"{type}.{member.Name}");

    private object? Value(SchemaInput input, string place, string key, Func<string, string, string> idAt)
    {
        var one = schema.KindOf(input.Type.Name) switch
        {
            "INPUT_OBJECT" => Object(input.Type.Name, place, key, idAt),
            "ENUM" => schema.FirstValueOf(input.Type.Name),
            _ => Scalar(input, place, key, idAt),
        };
        return input.Type.IsList ? new[] { one } : one;
    }

    private Dictionary<string, object?> Object(string type, string place, string key, Func<string, string, string> idAt)
    {
        var members = schema.InputsOf(type);
        var chosen = schema.IsOneOf(type)
            ? [members[variant % members.Count]]
            : members.Where(member => member.IsRequired || Names(type, member) || HoldsId(member.Type));
        return chosen.ToDictionary(member => member.Name, member => Names(type, member)
            ? Named(member, idAt($"{place}.{member.Name}", $"{type}.{member.Name}"))
            : Value(member, $"{place}.{member.Name}", key, idAt));
    }

    private static object Named(SchemaInput member, string name) => member.Type switch
    {
        { Name: "Int" } => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
        { IsList: true } => new[] { name },
        _ => name,
    };

    private object Scalar(SchemaInput input, string place, string key, Func<string, string, string> idAt) => input.Type.Name switch
    {
        "ID" => idAt(place, input.Name),
        "Int" => 1,
        "Float" => 0.5,
        "Boolean" => true,
        "DateTime" => now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "Date" => now.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => input.Name == "idempotencyKey" ? key : "Sample",
    };
}
