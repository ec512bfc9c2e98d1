using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MentorCloud.GraphQL.Tests.Oracle;

/// <summary>
/// Where the specification of September 2025 decides against graphql-js 16.15.0. Both are refusals that it lacks:
/// <list type="bullet">
/// <item>5.2.4.1, Single Root Field: the root selections of a subscription must not carry @skip or @include. graphql-js 16
/// evaluates them without variables, and throws when they ask one.</item>
/// <item>5.8.5, All Variable Usages Are Allowed: a variable in a field of a OneOf input object must be non-null, also where
/// the object itself stands in a non-null position (<c>OneA!</c>), which graphql-js 16 overlooks.</item>
/// </list>
/// </summary>
internal static partial class KnownDivergence
{
    private static readonly string[] Ours =
    [
        "must not use `@skip` or `@include` directives in the top level selection.",
        "must be non-nullable to be used for OneOf Input Object",
    ];

    /// <summary>
    /// Schemas that only we refuse: 3.6.1 and 3.10, a default value must fit its type, and 3.13, a directive must not refer to
    /// itself, which graphql-js 16 both does not look at; 3.1, a type system document holds no operations.
    /// </summary>
    public static bool OfSchemas(string? ours) =>
        ours is not null && (ours.Contains("has invalid default value", StringComparison.Ordinal) || ours.Contains("must not refer to itself", StringComparison.Ordinal) || ours.Contains("cannot hold operations", StringComparison.Ordinal));

    /// <summary>
    /// 6.4.4, Handling Execution Errors: once a null has gone up past fields that are still awaited, these may be cancelled, and
    /// which of several failing siblings comes first is left open. True when the data are the same and, for each null in them,
    /// both tell of errors: the very same ones where the null stays at its field, and any of the fields below where it has gone up.
    /// </summary>
    public static bool OfOrder(List<string> ours, List<string> theirs)
    {
        if (ours[0] != theirs[0] || ours[0][0] == '$') return false;
        var data = JsonNode.Parse(ours[0]);
        var mine = ours[1..^1].ToLookup(error => NullOf(data, PathOf(error)), StringComparer.Ordinal);
        var other = theirs[1..^1].ToLookup(error => NullOf(data, PathOf(error)), StringComparer.Ordinal);
        return mine.Count == other.Count && mine.All(errors => other.Contains(errors.Key) && (
            errors.Order(StringComparer.Ordinal).SequenceEqual(other[errors.Key].Order(StringComparer.Ordinal))
            || errors.Concat(other[errors.Key]).All(error => PathOf(error) != errors.Key)));
    }

    private static string PathOf(string error) => error[(error.LastIndexOf(' ') + 1)..];

    /// <summary>The response position at or above <paramref name="path"/> that is null in <paramref name="data"/>; empty for the whole of it.</summary>
    private static string NullOf(JsonNode? data, string path)
    {
        var at = data;
        var steps = path.Split('.');
        for (var depth = 0; depth <= steps.Length; depth++)
        {
            if (at is null) return string.Join('.', steps[..depth]);
            if (depth == steps.Length || at is JsonValue) break;
            at = at is JsonArray list ? list[int.Parse(steps[depth], CultureInfo.InvariantCulture)] : at[steps[depth]];
        }

        return "nothing is null at " + path;
    }

    /// <summary>
    /// 4.2.4, __InputValue: a default that is an input object is told as the schema writes it; graphql-js 16 adds the defaults of
    /// its fields.
    /// </summary>
    public static string WithoutObjectDefaults(string introspection) => ObjectDefault().Replace(introspection, "\"defaultValue\":\"{}\"");

    [GeneratedRegex("\"defaultValue\":\"\\{[^}]*\\}\"")]
    private static partial Regex ObjectDefault();

    /// <summary>True when the rest of what we say is what they say.</summary>
    public static bool Explains(List<string> ours, string theirKind, List<string> theirs)
    {
        var rest = ours.Where(line => !Ours.Any(o => line.Contains(o, StringComparison.Ordinal))).ToList();
        if (rest.Count == ours.Count) return false;
        return theirKind switch
        {
            "executed" => rest.Count == 0,
            "invalid" => rest.SequenceEqual(theirs.Where(line => !Ours.Any(o => line.Contains(o, StringComparison.Ordinal)))),
            "crash" => theirs[0].Contains("SingleFieldSubscriptionsRule", StringComparison.Ordinal),
            _ => false,
        };
    }
}
