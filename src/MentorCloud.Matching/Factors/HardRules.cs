using System.Collections.Immutable;
using MentorCloud.Matching.Assignment;

namespace MentorCloud.Matching.Factors;

/// <summary>Which hard rules a cohort enforces. A rule that lacks data on either side lets the pair pass.</summary>
public sealed record HardRules
{
    /// <summary>Forbids pairs within one reporting line. Default: true.</summary>
    public bool ReportingLine { get; init; } = true;

    /// <summary>Requires a language in common. Default: true.</summary>
    public bool CommonLanguage { get; init; } = true;

    /// <summary>Working minutes a day that a pair must share, 0 to 1440. Default 60; 0 asks for none.</summary>
    public int SharedMinutes { get; init; } = 60;

    /// <summary>Pairs that somebody excluded by name.</summary>
    public ImmutableArray<PairId> Exclusions { get; init; } = [];

    /// <summary>Capacity of each mentor; those at 0 are forbidden to all, so that the reason can be told. Empty: not looked at.</summary>
    public ImmutableArray<int> MentorCapacity { get; init; } = [];
}
