using System.Collections.Immutable;

namespace MentorCloud.Domain.People;

/// <summary>Registers a participant.</summary>
public sealed record RegisterParticipant
{
    /// <summary>The customer's own id for the person, 1..100 characters; unique in the tenant.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Mentor or mentee.</summary>
    public required ParticipantKind Kind { get; init; }

    /// <summary>The person's name; empty where the roster has none.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Job title.</summary>
    public required string Title { get; init; }

    /// <summary>Division; empty when unknown.</summary>
    public string Division { get; init; } = string.Empty;

    /// <summary>City; empty when unknown.</summary>
    public string Location { get; init; } = string.Empty;

    /// <summary>IANA zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Working hours in that zone.</summary>
    public WorkingHours WorkingHours { get; init; } = WorkingHours.Default;

    /// <summary>Hours a month that the person gives, 0..80. They warn, they do not cap.</summary>
    public required int HoursPerMonth { get; init; }

    /// <summary>A mentor's capacity, 1..20; 0 for mentees.</summary>
    public int MaxMentees { get; init; }

    /// <summary>External id of the person they report to; empty when unknown.</summary>
    public string ReportsTo { get; init; } = string.Empty;

    /// <summary>External ids of people whom they must not be paired with; at most 50.</summary>
    public ImmutableArray<string> Exclusions { get; init; } = [];

    /// <summary>What the person tells about themselves.</summary>
    public Intake Intake { get; init; } = Intake.Empty;

    /// <summary>Their levels; null while not rated.</summary>
    public Rating? Rating { get; init; }
}
