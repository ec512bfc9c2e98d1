using System.Globalization;
using System.Text.Json;
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
    /// 6.4.4, Handling Execution Errors: when several fields below one nullable place fail, one error tells of the null there,
    /// and which is up to the order in which they end; fields that are still awaited then may be cancelled. We tell the first that
    /// ended and drop the others; graphql-js also reports those that happen to come before the response is complete. True when the
    /// data are the same, and so are the places whose nulls the errors of both tell of.
    /// </summary>
    public static bool OfOrder(List<string> ours, List<string> theirs)
    {
        if (ours[0] != theirs[0] || ours[0][0] == '$') return false;
        using var data = JsonDocument.Parse(ours[0]);
        return Nulls(data.RootElement, ours).SetEquals(Nulls(data.RootElement, theirs));
    }

    /// <summary>Where the path of each error meets a null.</summary>
    private static HashSet<string> Nulls(JsonElement data, List<string> lines) =>
        [.. lines[1..^1].Select(line => NullOn(data, line[(line.LastIndexOf(' ') + 1)..].Split('.')))];

    private static string NullOn(JsonElement at, string[] path)
    {
        var met = 0;
        while (met < path.Length && at.ValueKind != JsonValueKind.Null)
        {
            var step = path[met++];
            at = at.ValueKind == JsonValueKind.Array ? at[int.Parse(step, CultureInfo.InvariantCulture)] : at.GetProperty(step);
        }

        return at.ValueKind == JsonValueKind.Null ? string.Join('.', path[..met]) : "no null on " + string.Join('.', path);
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
