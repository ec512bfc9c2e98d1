namespace MentorCloud.Domain.Cohorts.Matching;

/// <summary>Rules as sentences name them.</summary>
public static class MatchRuleWords
{
    /// <summary>A rule in words.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>English, lower case.</returns>
    public static string Of(MatchRule rule) => rule switch
    {
        MatchRule.SamePerson => "the same person",
        MatchRule.ReportingLine => "reporting line",
        MatchRule.Exclusion => "excluded by name",
        MatchRule.Language => "no language in common",
        MatchRule.WorkingHours => "too few working hours in common",
        MatchRule.Capacity => "no capacity left",
        _ => "vetoed by the program",
    };
}
