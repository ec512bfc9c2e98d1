using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Identity.Scim.Filters;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Resources;
using MentorCloud.Identity.Scim.Schemas;

namespace MentorCloud.Identity.Scim.Patching;

/// <summary>The part of a patch that works on lists.</summary>
internal static class PatchElements
{
    /// <summary>Works on a list without a filter.</summary>
    public static void ApplyToAll(JsonObject document, PatchOperation operation, AttributeTarget target, string field)
    {
        var (holder, attribute) = (ScimDocument.Holder(document, target.Extension), target.Attribute!);
        var present = holder[attribute.Name] as JsonArray ?? [];
        if (target.Part is not null)
        {
            Work(holder, operation, target, [.. present.OfType<JsonObject>()], field, [], mayAdd: true);
        }
        else if (operation.Kind == PatchKind.Remove)
        {
            // Entra ID names what goes in the value; without one, everything goes.
            var named = operation.Value is { ValueKind: not JsonValueKind.Null } value ? ScimValues.Read(attribute, value, field) as JsonArray : null;
            Keep(holder, attribute, named is null ? [] : Without(present, named));
        }
        else if (ScimValues.Read(attribute, operation.Value!.Value, field) is not JsonArray given)
        {
            if (operation.Kind == PatchKind.Replace)
            {
                holder.Remove(attribute.Name);
            }
        }
        else if (operation.Kind == PatchKind.Replace)
        {
            holder[attribute.Name] = given;
        }
        else
        {
            Keep(holder, attribute, Joined(present, given));
        }
    }

    /// <summary>Works on the elements of a list that fit a filter.</summary>
    public static void Apply(JsonObject document, PatchOperation operation, AttributeTarget target, FilterNode filter, string field)
    {
        if (target.Attribute is not { IsMany: true } attribute)
        {
            throw new ScimRefusedException(ScimRefusal.Path("path", $"{field} is no list, and has no elements to choose from."));
        }

        var holder = ScimDocument.Holder(document, target.Extension);
        var fits = FilterMatch.OfElement(filter, attribute);
        var found = (holder[attribute.Name] as JsonArray ?? []).OfType<JsonObject>().Where(fits).ToList();
        if (operation.Kind == PatchKind.Remove && target.Part is null)
        {
            foreach (var element in found)
            {
                ((JsonArray)holder[attribute.Name]!).Remove(element);
            }

            return;
        }

        var made = new JsonObject();
        Work(holder, operation, target, found, field, made, mayAdd: Describes(filter, attribute, made));
    }

    /// <summary>Sets, merges or takes parts of the elements. Where none fits, one is made that does, if the filter says how: both directories count on it.</summary>
    private static void Work(JsonObject holder, PatchOperation operation, AttributeTarget target, List<JsonObject> found, string field, JsonObject made, bool mayAdd)
    {
        var attribute = target.Attribute!;
        if (operation.Kind == PatchKind.Remove)
        {
            found.ForEach(element => element.Remove(target.Part!.Name));
            return;
        }

        if (found.Count == 0)
        {
            if (!mayAdd)
            {
                throw new ScimRefusedException(ScimRefusal.NoTarget("path", $"No element of {field} fits the filter."));
            }

            if (holder[attribute.Name] is not JsonArray many)
            {
                holder[attribute.Name] = many = [];
            }

            many.Add((JsonNode)made);
            found.Add(made);
        }

        foreach (var element in found)
        {
            Change(element, operation, target, field);
        }

        KeepOnePrimary(holder[attribute.Name] as JsonArray, found);
    }

    private static void Change(JsonObject element, PatchOperation operation, AttributeTarget target, string field)
    {
        if (target.Part is { } part)
        {
            ScimDocument.Put(element, part.Name, ScimValues.One(part, operation.Value!.Value, field));
            return;
        }

        var given = ScimValues.One(target.Attribute!, operation.Value!.Value, field) as JsonObject ?? [];
        if (operation.Kind == PatchKind.Replace)
        {
            element.Clear();
        }

        foreach (var (name, value) in given)
        {
            element[name] = value?.DeepClone();
        }
    }

    /// <summary>Whether the filter says what an element looks like: parts that equal values, joined by <c>and</c>.</summary>
    private static bool Describes(FilterNode filter, ScimAttribute attribute, JsonObject made)
    {
        switch (filter)
        {
            case FilterNode.All all:
                return all.Terms.All(term => Describes(term, attribute, made));
            case FilterNode.Compare { Operator: FilterOperator.Eq, Value: { } value, Path: { Schema: null, Name: { } name } } when attribute.Part(name) is { IsReadOnly: false } part:
                made[part.Name] = ScimValues.One(part, JsonSerializer.SerializeToElement(value), $"{attribute.Name}.{part.Name}");
                return true;
            default:
                return false;
        }
    }

    /// <summary>RFC 7644, section 3.5.2: a new primary value takes the place of the earlier one.</summary>
    private static void KeepOnePrimary(JsonArray? many, List<JsonObject> changed)
    {
        if (many is not null && changed.LastOrDefault(ScimValues.IsPrimary) is { } primary)
        {
            foreach (var other in many.OfType<JsonObject>().Where(each => each != primary && ScimValues.IsPrimary(each)))
            {
                other["primary"] = false;
            }
        }
    }

    private static JsonArray Joined(JsonArray present, JsonArray given)
    {
        var joined = (JsonArray)present.DeepClone();
        var known = present.Select(Key).ToHashSet(StringComparer.Ordinal);
        var added = given.Where(each => known.Add(Key(each))).Select(each => each!.DeepClone()).ToList();
        added.ForEach(joined.Add);
        KeepOnePrimary(joined, [.. added.OfType<JsonObject>()]);
        return joined;
    }

    private static JsonArray Without(JsonArray present, JsonArray named)
    {
        var values = named.OfType<JsonObject>().Select(Value).ToHashSet(StringComparer.Ordinal);
        return [.. present.OfType<JsonObject>().Where(each => !values.Contains(Value(each))).Select(each => each.DeepClone())];
    }

    private static string Value(JsonObject element) => element["value"]?.ToString() ?? element.ToJsonString();

    /// <summary>Equal for elements that say the same, in whatever order.</summary>
    private static string Key(JsonNode? element) => element is JsonObject parts
        ? string.Join('\n', parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}={part.Value?.ToJsonString()}"))
        : string.Empty;

    private static void Keep(JsonObject holder, ScimAttribute attribute, JsonArray many) =>
        ScimDocument.Put(holder, attribute.Name, many.Count == 0 ? null : many);
}
