namespace MentorCloud.Domain.Cohorts.Pairs;

/// <summary>What a program manager says about a pair before anybody is matched.</summary>
public enum PairRuleKind
{
    /// <summary>The two shall be together in every draft.</summary>
    Pin,

    /// <summary>The two shall never be together.</summary>
    Veto,
}
