using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Identity.Scim.Schemas;

namespace MentorCloud.Identity.Scim.Filters;

/// <summary>
/// Makes of a filter a question to resources. An attribute that no schema has counts as having no value (RFC 7644, section
/// 3.4.2.1); of several values one that fits is enough; texts compare by the attribute's own rule about letters' case.
/// </summary>
internal static class FilterMatch
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The question to whole resources.</summary>
    /// <exception cref="Http.ScimRefusedException">invalidFilter: an order is asked of what has none.</exception>
    public static Func<JsonObject, bool> Of(FilterNode filter, ResourceKind kind) => Build(filter, path => kind.Resolve(path));

    /// <summary>The question to the elements of a complex attribute.</summary>
    /// <exception cref="Http.ScimRefusedException">As above.</exception>
    public static Func<JsonObject, bool> OfElement(FilterNode filter, ScimAttribute complex) => Build(
        filter, path => path is { Schema: null, Name: { } name } && complex.Part(name) is { } part ? new AttributeTarget(null, part, null) : null);

    /// <summary>The values that a target has in a resource, however many.</summary>
    public static IEnumerable<JsonNode> Values(JsonObject resource, AttributeTarget target)
    {
        var holder = target.Extension is { } extension ? resource[extension.Id] as JsonObject : resource;
        if (target.Attribute is not { } attribute)
        {
            return holder is { Count: > 0 } ? [holder] : [];
        }

        if (holder?[attribute.Name] is not { } found)
        {
            return [];
        }

        var elements = found is JsonArray many ? many.OfType<JsonNode>() : [found];
        return target.Leaf is { } leaf && leaf != attribute ? elements.OfType<JsonObject>().Select(each => each[leaf.Name]).OfType<JsonNode>() : elements;
    }

    private static Func<JsonObject, bool> Build(FilterNode node, Func<AttributePath, AttributeTarget?> resolve)
    {
        switch (node)
        {
            case FilterNode.Not not:
                var inner = Build(not.Inner, resolve);
                return resource => !inner(resource);
            case FilterNode.All all:
                var every = all.Terms.Select(term => Build(term, resolve)).ToArray();
                return resource => Array.TrueForAll(every, term => term(resource));
            case FilterNode.Any any:
                var some = any.Terms.Select(term => Build(term, resolve)).ToArray();
                return resource => Array.Exists(some, term => term(resource));
            case FilterNode.Element element:
                return Element(element, resolve(element.Path));
            case FilterNode.Present present:
                return resolve(present.Path) is { } target ? resource => Has(resource, target) : _ => false;
            default:
                var compare = (FilterNode.Compare)node;
                return Compare(compare, resolve(compare.Path));
        }
    }

    /// <summary>An attribute that was named without a part is there when any part is.</summary>
    private static bool Has(JsonObject resource, AttributeTarget target) =>
        Values(resource, target.Part is null && target.Attribute is { Type: ScimType.Complex } ? target with { Attribute = target.Attribute with { Parts = [] } } : target).Any(IsValue);

    private static bool IsValue(JsonNode node) => node switch
    {
        JsonObject whole => whole.Count > 0,
        JsonArray many => many.Count > 0,
        _ => node.GetValueKind() != JsonValueKind.String || node.GetValue<string>().Length > 0,
    };

    private static Func<JsonObject, bool> Element(FilterNode.Element element, AttributeTarget? target)
    {
        if (target is not { Attribute: { Type: ScimType.Complex } complex, Part: null })
        {
            return _ => false;
        }

        var fits = OfElement(element.Inner, complex);
        var whole = target with { Attribute = complex with { Parts = [] } };
        return resource => Values(resource, whole).OfType<JsonObject>().Any(fits);
    }

    private static Func<JsonObject, bool> Compare(FilterNode.Compare compare, AttributeTarget? target)
    {
        var isOf = compare.Operator;
        if (target?.Leaf is not { } leaf)
        {
            return _ => isOf == FilterOperator.Ne ? compare.Value is not null : isOf == FilterOperator.Eq && compare.Value is null;
        }

        if (compare.Value is null)
        {
            return isOf switch
            {
                FilterOperator.Eq => resource => !Has(resource, target),
                FilterOperator.Ne => resource => Has(resource, target),
                _ => throw FilterText.Fault($"{compare.Path} is compared with null by eq and ne alone."),
            };
        }

        var fits = Comparison(compare.Path, leaf, isOf == FilterOperator.Ne ? FilterOperator.Eq : isOf, compare.Value);
        return isOf == FilterOperator.Ne
            ? resource => !Values(resource, target).Any(fits)
            : resource => Values(resource, target).Any(fits);
    }

    private static Func<JsonNode, bool> Comparison(AttributePath path, ScimAttribute leaf, FilterOperator isOf, JsonValue value)
    {
        if (leaf.Type == ScimType.Flag)
        {
            // Entra ID and Okta write "True" for true now and then.
            var wanted = bool.TryParse(value.ToString(), out var flag)
                ? flag : throw FilterText.Fault($"{path} is compared with true or false.");
            return isOf == FilterOperator.Eq
                ? node => node.GetValueKind() == (wanted ? JsonValueKind.True : JsonValueKind.False)
                : throw FilterText.Fault($"{path} is true or false; it has no order and no parts.");
        }

        if (leaf.Type == ScimType.Instant && isOf is not (FilterOperator.Co or FilterOperator.Sw or FilterOperator.Ew))
        {
            return Instant(path, isOf, value);
        }

        if (value.GetValueKind() != JsonValueKind.String || leaf.Type == ScimType.Complex)
        {
            // A number or a truth value is no text, and fits none.
            return _ => false;
        }

        var (text, rule) = (value.GetValue<string>(), leaf.IsCaseExact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
        return node => node.GetValueKind() == JsonValueKind.String && Text(node.GetValue<string>(), isOf, text, rule);
    }

    private static Func<JsonNode, bool> Instant(AttributePath path, FilterOperator isOf, JsonValue value)
    {
        if (!TryReadInstant(value, out var wanted))
        {
            throw FilterText.Fault($"{path} is compared with a date and time such as 2026-01-31T12:00:00Z.");
        }

        return node => TryReadInstant(node, out var seen) && Order(seen.CompareTo(wanted), isOf);
    }

    private static bool TryReadInstant(JsonNode node, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        node.ToString(), Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    private static bool Text(string seen, FilterOperator isOf, string wanted, StringComparison rule) => isOf switch
    {
        FilterOperator.Eq => seen.Equals(wanted, rule),
        FilterOperator.Co => seen.Contains(wanted, rule),
        FilterOperator.Sw => seen.StartsWith(wanted, rule),
        FilterOperator.Ew => seen.EndsWith(wanted, rule),
        _ => Order(string.Compare(seen, wanted, rule), isOf),
    };

    private static bool Order(int order, FilterOperator isOf) => isOf switch
    {
        FilterOperator.Gt => order > 0,
        FilterOperator.Ge => order >= 0,
        FilterOperator.Lt => order < 0,
        FilterOperator.Le => order <= 0,
        _ => order == 0,
    };
}
