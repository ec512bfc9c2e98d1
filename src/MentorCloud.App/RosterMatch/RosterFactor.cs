using System.Text.Json.Serialization;
using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.App.RosterMatch;

/// <summary>One factor of a pair's score.</summary>
/// <param name="Factor">Which.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Value">0..1; null where data is missing, so that the factor does not count for this pair.</param>
/// <param name="Share">What it adds to the score.</param>
internal sealed record RosterFactor(
    MatchFactor Factor, double Weight, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Value, double Share);
