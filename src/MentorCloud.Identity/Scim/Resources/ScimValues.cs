using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Schemas;

namespace MentorCloud.Identity.Scim.Resources;

/// <summary>
/// Takes values in as the schemas want them, from directories that write them a little otherwise: truth as a text, one value
/// in place of a list, a bare text in place of an object with a value.
/// </summary>
internal static class ScimValues
{
    /// <summary>Values of a list at most; members of a group are bounded by the body's size alone.</summary>
    private const int MostValues = 50;

    /// <summary>The value as it is kept; null when it says that there is none.</summary>
    /// <exception cref="ScimRefusedException">invalidValue, naming the attribute.</exception>
    public static JsonNode? Read(ScimAttribute attribute, JsonElement value, string field)
    {
        if (!attribute.IsMany)
        {
            return One(attribute, value, field);
        }

        var given = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        if (given.Count > MostValues && attribute.Name != "members")
        {
            throw Wrong(field, $"{field} has at most {MostValues} values.");
        }

        var many = new JsonArray([.. given.Select((each, index) => One(attribute, each, $"{field}.{index}")).Where(each => each is not null)]);
        return many.Count == 0 ? null : OnePrimary(many, field);
    }

    /// <summary>One value of an attribute, or of a list.</summary>
    /// <exception cref="ScimRefusedException">invalidValue.</exception>
    public static JsonNode? One(ScimAttribute attribute, JsonElement value, string field) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array when attribute.Type == ScimType.Complex && value.GetArrayLength() == 1 => One(attribute, value[0], field),
        _ when attribute.Type == ScimType.Complex => Complex(attribute, value, field),
        _ when attribute.Type == ScimType.Flag => Flag(value, field),
        JsonValueKind.String => Text(attribute, value.GetString()!, field),
        _ => throw Wrong(field, $"{field} must be a text."),
    };

    private static JsonObject? Complex(ScimAttribute attribute, JsonElement value, string field)
    {
        if (value.ValueKind == JsonValueKind.String && attribute.Part("value") is { } only)
        {
            return Text(only, value.GetString()!, field) is { } text ? new JsonObject { [only.Name] = text } : null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(field, $"{field} must be an object.");
        }

        var read = new JsonObject();
        foreach (var part in attribute.Parts.Where(part => !part.IsReadOnly))
        {
            if (ScimBody.Member(value, part.Name) is { } given && One(part, given, $"{field}.{part.Name}") is { } kept)
            {
                read[part.Name] = kept;
            }
        }

        return read.Count == 0 ? null : read;
    }

    private static JsonValue Flag(JsonElement value, string field) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => JsonValue.Create(value.GetBoolean()),
        JsonValueKind.String when bool.TryParse(value.GetString()!, out var flag) => JsonValue.Create(flag),
        _ => throw Wrong(field, $"{field} must be true or false."),
    };

    private static JsonValue? Text(ScimAttribute attribute, string text, string field)
    {
        if (text.Length > attribute.MostLength)
        {
            throw Wrong(field, $"{field} has at most {attribute.MostLength} characters.");
        }

        if (text.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\r' or '\t')))
        {
            throw Wrong(field, $"{field} holds a control character.");
        }

        return text.Length == 0 ? null : JsonValue.Create(text);
    }

    private static JsonArray OnePrimary(JsonArray many, string field) =>
        many.OfType<JsonObject>().Count(IsPrimary) > 1 ? throw Wrong(field, $"Only one of {field} can be primary.") : many;

    /// <summary>Whether an element of a list is the preferred one.</summary>
    public static bool IsPrimary(JsonObject element) => element["primary"]?.GetValueKind() == JsonValueKind.True;

    private static ScimRefusedException Wrong(string field, string detail) => new(ScimRefusal.Value(field, detail));
}
