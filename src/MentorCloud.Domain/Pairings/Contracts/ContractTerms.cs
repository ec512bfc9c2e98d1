using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>What mentor and mentee agree on (requirements 25 and 26). A draft may lack anything; nothing may be missing when it is proposed.</summary>
public sealed record ContractTerms
{
    /// <summary>The mentor's role.</summary>
    public string MentorRole { get; init; } = string.Empty;

    /// <summary>The mentee's objectives, each measurable; at most 10.</summary>
    public ImmutableArray<MeasurableObjective> Objectives { get; init; } = [];

    /// <summary>Days between check-ins, 1..90; 0 while not set.</summary>
    public int CadenceDays { get; init; }

    /// <summary>Milestones; at most 20.</summary>
    public ImmutableArray<Milestone> Milestones { get; init; } = [];

    /// <summary>What stays between the two.</summary>
    public string ConfidentialityNorms { get; init; } = string.Empty;

    /// <summary>How they give each other feedback; at most 10.</summary>
    public ImmutableArray<string> FeedbackChannels { get; init; } = [];

    /// <summary>Whom they turn to when it does not work.</summary>
    public string EscalationPath { get; init; } = string.Empty;

    /// <summary>Where the mentoring ends.</summary>
    public Boundaries Boundaries { get; init; } = new();
}
