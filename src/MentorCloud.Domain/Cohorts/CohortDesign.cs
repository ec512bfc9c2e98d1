using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Kits;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Requests;

namespace MentorCloud.Domain.Cohorts;

/// <summary>The design of a cohort. A draft may lack anything but its name; opening asks for outcomes, population, time frame and sponsor (requirement 1).</summary>
public sealed record CohortDesign
{
    /// <summary>Name, 1..200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Type of program.</summary>
    public ProgramType Type { get; init; } = ProgramType.OneToOne;

    /// <summary>Whether the cohort has no end: people come and go, and each pairing's term counts from its own round.</summary>
    public bool Evergreen { get; init; }

    /// <summary>The mentor kit.</summary>
    public CohortKit Kit { get; init; } = CohortKit.Empty;

    /// <summary>Development outcomes sought; at most 20.</summary>
    public ImmutableArray<string> Outcomes { get; init; } = [];

    /// <summary>Whom the cohort is for; empty while not set.</summary>
    public string TargetPopulation { get; init; } = string.Empty;

    /// <summary>Who answers for it in the company; empty while not set.</summary>
    public string Sponsor { get; init; } = string.Empty;

    /// <summary>First day, a date in <see cref="TimeZone"/>; null while not set.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Length in months, 1..24, default 6; three to six is a pilot.</summary>
    public int Months { get; init; } = 6;

    /// <summary>IANA zone in which the cohort's days begin; default <c>Etc/UTC</c>.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>Days between check-ins when a contract is drawn up, 1..90, default 14.</summary>
    public int CadenceDays { get; init; } = 14;

    /// <summary>The numbers of its rules; the defaults where it sets none.</summary>
    public CohortNumbers Numbers { get; init; } = CohortNumbers.Default;

    /// <summary>Whether the cohort's people choose each other; default: they do not.</summary>
    public Choosing Choosing { get; init; } = Choosing.Default;

    /// <summary>Weights of the matching factors.</summary>
    public MatchWeights Weights { get; init; } = MatchWeights.Default;
}
