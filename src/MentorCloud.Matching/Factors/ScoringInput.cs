using System.Collections.Immutable;

namespace MentorCloud.Matching.Factors;

/// <summary>Everything that a cohort's scores depend on.</summary>
public sealed record ScoringInput
{
    /// <summary>The mentees; their gaps, priorities and missing experiences drive the score.</summary>
    public required ParticipantTable Mentees { get; init; }

    /// <summary>The mentors; their gaps, if any, drive the reciprocal value.</summary>
    public required ParticipantTable Mentors { get; init; }

    /// <summary>Weights and parameters. Default: <see cref="FactorWeights.Default"/>.</summary>
    public FactorWeights Weights { get; init; } = FactorWeights.Default;

    /// <summary>Hard rules. Default: reporting line, language, an hour of shared working time.</summary>
    public HardRules Rules { get; init; } = new();

    /// <summary>Wishes of mentees; a pair that is not listed has none.</summary>
    public ImmutableArray<Preference> MenteePreferences { get; init; } = [];

    /// <summary>Wishes of mentors; a pair that is not listed has none.</summary>
    public ImmutableArray<Preference> MentorPreferences { get; init; } = [];
}
