using System.Text.Json.Nodes;
using MentorCloud.Identity.Scim.Filters;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Schemas;

namespace MentorCloud.Identity.Scim.Resources;

/// <summary>
/// The order of a list (RFC 7644, section 3.4.2.3): of several values the primary one or else the first decides; texts order by
/// the attribute's own rule about case; those without a value come last, or first when descending.
/// </summary>
internal sealed class ResourceOrder(AttributeTarget target, bool descending)
{
    private readonly StringComparer _texts = target.Leaf is { IsCaseExact: true } ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <exception cref="ScimRefusedException">invalidPath.</exception>
    public static ResourceOrder Of(AttributePath path, ResourceKind kind, bool descending) =>
        kind.Resolve(path) is { Leaf: { Type: not ScimType.Complex } } target
            ? new ResourceOrder(target, descending)
            : throw new ScimRefusedException(ScimRefusal.Path("sortBy", $"A {kind.Name} cannot be sorted by {path}."));

    /// <summary>What decides about a resource's place; null when it has no value.</summary>
    public string? Key(JsonObject resource)
    {
        var holder = target.Extension is { } extension ? resource[extension.Id] as JsonObject : resource;
        if (holder?[target.Attribute!.Name] is JsonArray many)
        {
            var chosen = many.OfType<JsonObject>().FirstOrDefault(ScimValues.IsPrimary) ?? many.FirstOrDefault();
            return (chosen is JsonObject element ? element[target.Leaf!.Name] : chosen)?.ToString();
        }

        return FilterMatch.Values(resource, target).FirstOrDefault()?.ToString();
    }

    /// <summary>Puts things in order by their keys; things with the same key stay as they stand.</summary>
    public IEnumerable<T> Sort<T>(IEnumerable<T> things, Func<T, string?> key) => descending
        ? things.OrderByDescending(thing => key(thing) is null).ThenByDescending(key, _texts)
        : things.OrderBy(thing => key(thing) is null).ThenBy(key, _texts);
}
