using System.Collections.Immutable;

namespace MentorCloud.Domain.People;

/// <summary>What a person tells about themselves before matching (requirement 10). Everything may be empty: what is missing is neutral in scoring and reported as missing.</summary>
public sealed record Intake
{
    /// <summary>Nothing told.</summary>
    public static Intake Empty { get; } = new();

    /// <summary>What the person wants to reach; at most 10.</summary>
    public ImmutableArray<string> Goals { get; init; } = [];

    /// <summary>Challenges met before, from the experience taxonomy; at most 50.</summary>
    public ImmutableArray<string> Experiences { get; init; } = [];

    /// <summary>Experiences wanted, from the experience taxonomy; at most 50.</summary>
    public ImmutableArray<string> WantedExperiences { get; init; } = [];

    /// <summary>Preferred ways of learning; at most 10.</summary>
    public ImmutableArray<string> LearningStyles { get; init; } = [];

    /// <summary>Languages as BCP 47 tags (<c>en</c>, <c>pt-BR</c>); at most 20.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Competencies that matter most to the person, most important first; at most 10.</summary>
    public ImmutableArray<string> Priorities { get; init; } = [];
}
