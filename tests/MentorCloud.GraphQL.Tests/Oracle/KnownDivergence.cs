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
    /// Schemas that only we refuse: 3.6.1 and 3.10, a default value must fit its type, which graphql-js 16 does not look at; and
    /// 3.1, a type system document holds no operations.
    /// </summary>
    public static bool OfSchemas(string? ours) =>
        ours is not null && (ours.Contains("has invalid default value", StringComparison.Ordinal) || ours.Contains("cannot hold operations", StringComparison.Ordinal));

    /// <summary>
    /// 6.4.4, Handling Execution Errors: once a null has gone up past a field that is still awaited, that field may be
    /// cancelled. We drop its errors; graphql-js reports those that happen to come before the response is complete.
    /// True when the data are the same and theirs are our errors and such ones.
    /// </summary>
    public static bool Cancelled(List<string> ours, List<string> theirs) =>
        ours[0] == theirs[0] && ours.Count > 2 && ours.Count < theirs.Count && ours[1..^1].All(theirs[1..^1].Contains);

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
