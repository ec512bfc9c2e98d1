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
internal static class KnownDivergence
{
    private static readonly string[] Ours =
    [
        "must not use `@skip` or `@include` directives in the top level selection.",
        "must be non-nullable to be used for OneOf Input Object",
    ];

    /// <summary>
    /// 6.4.4, Handling Execution Errors: once a null has gone up past a field that is still awaited, that field may be
    /// cancelled. We drop its errors; graphql-js reports those that happen to come before the response is complete.
    /// True when the data are the same and theirs are our errors and such ones.
    /// </summary>
    public static bool Cancelled(List<string> ours, List<string> theirs) =>
        ours[0] == theirs[0] && ours.Count > 2 && ours.Count < theirs.Count && ours[1..^1].All(theirs[1..^1].Contains);

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
