using System.Globalization;
using System.Text;
using System.Text.Json;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Scalars;

/// <summary>A scalar's value as the request holds it: JSON from a variable, or a literal of the document.</summary>
public readonly struct ScalarInput
{
    private readonly ValueNode? _literal;
    private readonly VariableValues? _variables;
    private readonly JsonElement _json;

    internal ScalarInput(JsonElement json) => _json = json;

    internal ScalarInput(ValueNode literal, VariableValues? variables)
    {
        _literal = literal;
        _variables = variables;
    }

    /// <summary>String, Number, True, False, Array or Object. Enum literals are Undefined: no scalar takes them unless it wants to.</summary>
    public JsonValueKind Kind => _literal switch
    {
        null => _json.ValueKind,
        StringValue => JsonValueKind.String,
        IntValue or FloatValue => JsonValueKind.Number,
        BooleanValue { Value: true } => JsonValueKind.True,
        BooleanValue => JsonValueKind.False,
        ListValue => JsonValueKind.Array,
        ObjectValue => JsonValueKind.Object,
        NullValue => JsonValueKind.Null,
        _ => JsonValueKind.Undefined,
    };

    /// <summary>True for a literal in the document, where 1.0 is not an Int; false for JSON of a variable, where it is.</summary>
    public bool IsLiteral => _literal is not null;

    /// <summary>True for a literal written without fraction and exponent.</summary>
    public bool IsIntegerLiteral => _literal is IntValue;

    /// <summary>A string's value, or a number as it was written.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public string Text => _literal switch
    {
        null when _json.ValueKind == JsonValueKind.String => _json.GetString()!,
        null when _json.ValueKind == JsonValueKind.Number => _json.GetRawText(),
        StringValue s => s.Text,
        IntValue i => i.Text,
        FloatValue f => f.Text,
        _ => throw new FormatException($"expected a string or a number, found {this}"),
    };

    /// <summary>A number as a double; infinite when it is out of range.</summary>
    public double Number => double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The string, when it is one.</summary>
    /// <param name="typeName">The scalar's name, for the error.</param>
    /// <exception cref="FormatException">It is not a string.</exception>
    public string RequireString(string typeName) =>
        Kind == JsonValueKind.String ? Text : throw new FormatException($"{typeName} cannot represent a non string value: {this}");

    /// <summary>The value as JSON; literals are converted.</summary>
    public JsonElement ToJson() => _literal is null ? _json.Clone() : LiteralJson.Convert(_literal, _variables);

    /// <summary>The value as the request wrote it, shortened for error messages.</summary>
    public override string ToString()
    {
        var text = _literal is null ? _json.GetRawText() : Printer.Print(_literal);
        return text.Length <= 120 ? text : new StringBuilder(text, 0, 117, 120).Append("...").ToString();
    }
}
