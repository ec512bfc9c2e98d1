using System.Text.Json.Nodes;
using MentorCloud.Identity.Scim.Filters;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Schemas;

namespace MentorCloud.Identity.Scim.Resources;

/// <summary>Which attributes are answered (RFC 7644, section 3.9). Names that no schema has are passed over.</summary>
/// <param name="Only">These, besides what is always answered; null for all.</param>
/// <param name="Without">Not these.</param>
internal sealed record Projection(IReadOnlyList<AttributePath>? Only, IReadOnlyList<AttributePath> Without)
{
    private const int Most = 100;

    /// <exception cref="ScimRefusedException">invalidSyntax: both are given, or too many.</exception>
    public static Projection Read(IEnumerable<string>? attributes, IEnumerable<string>? excluded)
    {
        var (only, without) = (Paths(attributes), Paths(excluded));
        return only.Count > 0 && without.Count > 0
            ? throw new ScimRefusedException(ScimRefusal.Syntax("Give attributes or excludedAttributes, not both.", "attributes"))
            : new Projection(only.Count == 0 ? null : only, without);
    }

    /// <summary>The resource with the attributes that are asked for.</summary>
    public JsonObject Of(ScimResource resource, ResourceKind kind)
    {
        var body = Only is null ? (JsonObject)resource.Body.DeepClone() : Chosen(resource.Body, kind);
        foreach (var target in Targets(Without, kind).Where(target => target.Attribute is not { IsAlwaysReturned: true }))
        {
            Remove(body, target);
        }

        return body;
    }

    private JsonObject Chosen(JsonObject all, ResourceKind kind)
    {
        var kept = new JsonObject();
        foreach (var always in Schemata.Common.Where(each => each.IsAlwaysReturned))
        {
            kept[always.Name] = all[always.Name]?.DeepClone();
        }

        foreach (var target in Targets(Only!, kind))
        {
            var from = target.Extension is { } extension ? all[extension.Id] as JsonObject : all;
            if (target.Attribute is null && from is not null)
            {
                kept[target.Extension!.Id] = from.DeepClone();
            }
            else if (target.Attribute is { } attribute && from?[attribute.Name] is { } value)
            {
                Keep(ScimDocument.Holder(kept, target.Extension), attribute.Name, value, target.Part?.Name);
            }
        }

        return kept;
    }

    private static void Keep(JsonObject holder, string name, JsonNode value, string? part)
    {
        if (part is null)
        {
            holder[name] = value.DeepClone();
        }
        else if (value is JsonObject complex)
        {
            Put(ScimDocument.Object(holder, name), complex, part);
        }
        else if (value is JsonArray many)
        {
            var kept = holder[name] as JsonArray ?? new JsonArray([.. many.Select(_ => new JsonObject())]);
            holder[name] ??= kept;
            for (var index = 0; index < many.Count; index++)
            {
                Put((JsonObject)kept[index]!, (JsonObject)many[index]!, part);
            }
        }
    }

    private static void Put(JsonObject kept, JsonObject from, string part)
    {
        if (from[part] is { } value)
        {
            kept[part] = value.DeepClone();
        }
    }

    private static void Remove(JsonObject body, AttributeTarget target)
    {
        var holder = target.Extension is { } extension ? body[extension.Id] as JsonObject : body;
        if (target.Attribute is not { } attribute)
        {
            body.Remove(target.Extension!.Id);
        }
        else if (target.Part is not { } part)
        {
            holder?.Remove(attribute.Name);
        }
        else
        {
            foreach (var element in (holder?[attribute.Name] is JsonArray many ? many.OfType<JsonObject>() : [(holder?[attribute.Name] as JsonObject)!]).OfType<JsonObject>())
            {
                element.Remove(part.Name);
            }
        }
    }

    private static IEnumerable<AttributeTarget> Targets(IEnumerable<AttributePath> paths, ResourceKind kind) => paths.Select(kind.Resolve).OfType<AttributeTarget>();

    private static List<AttributePath> Paths(IEnumerable<string>? names)
    {
        var all = (names ?? []).Select(name => name.Trim()).Where(name => name.Length > 0).ToList();
        return all.Count > Most
            ? throw new ScimRefusedException(ScimRefusal.Syntax($"Name at most {Most} attributes.", "attributes"))
            : [.. all.Select(name => AttributePath.TryRead(name, out var path) ? path : null).OfType<AttributePath>()];
    }
}
