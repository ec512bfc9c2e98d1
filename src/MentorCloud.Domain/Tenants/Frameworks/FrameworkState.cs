using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Tenants.Frameworks;

/// <summary>One version of a tenant's competency framework. Its profiles are in pages beside it; once complete it never changes.</summary>
public sealed record FrameworkState
{
    /// <summary>How many profiles a page holds: with 60 competencies a page stays under 64 KB.</summary>
    public const int ProfilesPerPage = 100;

    /// <summary>The framework.</summary>
    public required FrameworkId Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its competencies, skills first; 1..100.</summary>
    public required ImmutableArray<Competency> Competencies { get; init; }

    /// <summary>Pages of profiles.</summary>
    public required int Pages { get; init; }

    /// <summary>Profiles over all pages.</summary>
    public required int Profiles { get; init; }

    /// <summary>When it was imported, UTC.</summary>
    public required DateTimeOffset ImportedAt { get; init; }
}
