using System.Text.Json;

namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>A type as a field or argument uses it.</summary>
/// <param name="Name">The named type inside.</param>
/// <param name="IsRequired">Whether null is refused.</param>
/// <param name="IsList">Whether it is a list of the named type.</param>
/// <param name="Text">As a document writes it.</param>
internal sealed record SchemaType(string Name, bool IsRequired, bool IsList, string Text)
{
    public static SchemaType Of(JsonElement type) => type.GetProperty("kind").GetString() switch
    {
        "NON_NULL" => Of(type.GetProperty("ofType")) is var inner ? inner with { IsRequired = true, Text = $"{inner.Text}!" } : null!,
        "LIST" => Of(type.GetProperty("ofType")) is var item ? new(item.Name, false, true, $"[{item.Text}]") : null!,
        _ => new(type.GetProperty("name").GetString()!, false, false, type.GetProperty("name").GetString()!),
    };
}
