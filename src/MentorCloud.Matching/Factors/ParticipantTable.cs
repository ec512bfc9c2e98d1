using System.Collections.Immutable;

namespace MentorCloud.Matching.Factors;

/// <summary>
/// One side of a cohort as plain columns; row r of every column is the same person. A column left empty is missing for
/// everybody. Missing data never counts against anybody: the factor is left out for the pair and the rest is
/// scored (docs/matching.md).
/// </summary>
public sealed record ParticipantTable
{
    /// <summary>Number of people, 0 or more.</summary>
    public required int Count { get; init; }

    /// <summary>Competencies of the framework, 0 or more; the width of the three competency columns.</summary>
    public int Competencies { get; init; }

    /// <summary>Levels, person by person (Count * Competencies), on any one scale of 0 or more; NaN is missing.</summary>
    public ImmutableArray<float> Levels { get; init; } = [];

    /// <summary>How far each level falls short of the person's aim (0: no gap); same scale and shape; NaN is missing.</summary>
    public ImmutableArray<float> Gaps { get; init; } = [];

    /// <summary>Weight of each of the person's gaps, 0 or more; same shape. Empty or NaN: 1.</summary>
    public ImmutableArray<float> Priorities { get; init; } = [];

    /// <summary>Style traits, 0 or more; the width of <see cref="Styles"/>.</summary>
    public int StyleTraits { get; init; }

    /// <summary>Style vectors, person by person (Count * StyleTraits), each trait scaled to 0..1; NaN is missing.</summary>
    public ImmutableArray<float> Styles { get; init; } = [];

    /// <summary>Division of each person as any number of 0 or more; -1 is missing. The same holds for the next four.</summary>
    public ImmutableArray<int> Division { get; init; } = [];

    /// <summary>Location.</summary>
    public ImmutableArray<int> Location { get; init; } = [];

    /// <summary>Generation, such as a decade of birth.</summary>
    public ImmutableArray<int> Generation { get; init; } = [];

    /// <summary>Industry.</summary>
    public ImmutableArray<int> Industry { get; init; } = [];

    /// <summary>Function.</summary>
    public ImmutableArray<int> Function { get; init; } = [];

    /// <summary>64-bit words for each person in <see cref="Experiences"/>, 0 or more.</summary>
    public int ExperienceWords { get; init; }

    /// <summary>
    /// Mentors: experiences lived. Mentees: experiences missing, to be heard about. Bit e of person r is bit e % 64 of
    /// word r * ExperienceWords + e / 64. No bit at all is missing.
    /// </summary>
    public ImmutableArray<ulong> Experiences { get; init; } = [];

    /// <summary>64-bit words for each person in <see cref="Languages"/>, 0 or more.</summary>
    public int LanguageWords { get; init; }

    /// <summary>Languages spoken, laid out like <see cref="Experiences"/>. No bit at all is missing.</summary>
    public ImmutableArray<ulong> Languages { get; init; } = [];

    /// <summary>Start of the working day in minutes of the UTC day, 0 to 1439; -1 is missing.</summary>
    public ImmutableArray<int> WorkStart { get; init; } = [];

    /// <summary>Length of the working day in minutes, 0 to 1440; it may run over midnight UTC.</summary>
    public ImmutableArray<int> WorkLength { get; init; } = [];

    /// <summary>Who each person is, unique within the table and the same number on both sides for the same human; empty: nobody is on both sides.</summary>
    public ImmutableArray<int> PersonId { get; init; } = [];

    /// <summary>The persons above each person in the reporting line, by <see cref="PersonId"/>; empty list: none known.</summary>
    public ImmutableArray<ImmutableArray<int>> ReportsTo { get; init; } = [];
}
