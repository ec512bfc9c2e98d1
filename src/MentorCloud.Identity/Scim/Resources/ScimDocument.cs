using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Identity.Scim.Filters;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Schemas;

namespace MentorCloud.Identity.Scim.Resources;

/// <summary>What a directory says of a resource: its writable attributes, by their own names, in the schemas' order.</summary>
internal static class ScimDocument
{
    /// <summary>Reads the resource of a POST or PUT. Read-only attributes and those that no schema has are passed over.</summary>
    /// <exception cref="ScimRefusedException">invalidSyntax, invalidValue.</exception>
    public static JsonObject Read(JsonElement body, ResourceKind kind)
    {
        ScimBody.RequireSchema(body, kind.Schema.Id);
        var document = new JsonObject();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in body.EnumerateObject())
        {
            if (!seen.Add(property.Name))
            {
                throw new ScimRefusedException(ScimRefusal.Syntax("An attribute is given twice.", kind.Schema.Find(property.Name)?.Name));
            }

            if (AttributePath.TryRead(property.Name, out var path) && kind.Resolve(path) is { } target)
            {
                Set(document, target, property.Value, path.ToString());
            }
        }

        return Finish(document, kind);
    }

    /// <summary>Sets what a target leads to; a value that is none takes it away. Read-only ones are passed over.</summary>
    /// <exception cref="ScimRefusedException">invalidValue.</exception>
    public static void Set(JsonObject document, AttributeTarget target, JsonElement value, string field)
    {
        if (target.Attribute is not { } attribute)
        {
            SetExtension(document, target.Extension!, value, field);
        }
        else if (!attribute.IsReadOnly && target.Part is not { IsReadOnly: true })
        {
            var holder = Holder(document, target.Extension);
            if (target.Part is { } part)
            {
                holder = Object(holder, attribute.Name);
                Put(holder, part.Name, ScimValues.One(part, value, field));
            }
            else
            {
                Put(holder, attribute.Name, ScimValues.Read(attribute, value, field));
            }
        }
    }

    /// <summary>The object that holds an attribute; made when it is missing.</summary>
    public static JsonObject Holder(JsonObject document, ScimSchema? extension) => extension is null ? document : Object(document, extension.Id);

    /// <summary>An object inside another one; made when it is missing.</summary>
    public static JsonObject Object(JsonObject holder, string name)
    {
        if (holder[name] is not JsonObject present)
        {
            holder[name] = present = [];
        }

        return present;
    }

    /// <summary>Puts a value in its place, or takes away what stands there.</summary>
    public static void Put(JsonObject holder, string name, JsonNode? value)
    {
        if (value is null)
        {
            holder.Remove(name);
        }
        else
        {
            holder[name] = value;
        }
    }

    /// <summary>The document in the schemas' order, without what is empty; refused when something required is missing.</summary>
    /// <exception cref="ScimRefusedException">invalidValue.</exception>
    public static JsonObject Finish(JsonObject document, ResourceKind kind)
    {
        if (kind.Schema.Attributes.FirstOrDefault(each => each.IsRequired && document[each.Name] is null) is { } missing)
        {
            throw new ScimRefusedException(ScimRefusal.Value(missing.Name, $"{missing.Name} is required."));
        }

        var finished = InOrder(document, [.. Schemata.Common, .. kind.Schema.Attributes]);
        foreach (var extension in kind.Extensions)
        {
            if (document[extension.Id] is JsonObject held && InOrder(held, extension.Attributes) is { Count: > 0 } kept)
            {
                finished[extension.Id] = kept;
            }
        }

        return finished;
    }

    private static void SetExtension(JsonObject document, ScimSchema extension, JsonElement value, string field)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            document.Remove(extension.Id);
            return;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new ScimRefusedException(ScimRefusal.Value(field, $"{field} must be an object."));
        }

        foreach (var attribute in extension.Attributes)
        {
            if (ScimBody.Member(value, attribute.Name) is { } given)
            {
                Set(document, new AttributeTarget(extension, attribute, null), given, $"{field}:{attribute.Name}");
            }
        }
    }

    /// <summary>Whether an element of a list says anything: one that could have a value, and has none, does not.</summary>
    private static bool Says(JsonObject element, ScimAttribute attribute) =>
        element.Count > 0 && (attribute.Part("value") is null || element["value"] is not null);

    private static JsonObject InOrder(JsonObject held, IReadOnlyList<ScimAttribute> attributes)
    {
        var ordered = new JsonObject();
        foreach (var attribute in attributes)
        {
            var value = held[attribute.Name] switch
            {
                JsonObject complex => InOrder(complex, attribute.Parts),
                JsonArray many => new JsonArray([.. many.OfType<JsonObject>().Select(each => InOrder(each, attribute.Parts)).Where(each => Says(each, attribute))]),
                var simple => simple?.DeepClone(),
            };
            if (value is not (null or JsonObject { Count: 0 } or JsonArray { Count: 0 }))
            {
                ordered[attribute.Name] = value;
            }
        }

        return ordered;
    }
}
