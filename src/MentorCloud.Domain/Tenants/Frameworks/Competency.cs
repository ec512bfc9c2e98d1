using System.Collections.Immutable;

namespace MentorCloud.Domain.Tenants.Frameworks;

/// <summary>One competency of a framework.</summary>
/// <param name="Name">Its name, unique within the framework, 1..200 characters.</param>
/// <param name="Kind">Skill or work style.</param>
/// <param name="Least">The lowest level of its scale.</param>
/// <param name="Most">The highest level of its scale.</param>
/// <param name="Anchors">What levels look like in behaviour; empty where the source has none.</param>
public sealed record Competency(string Name, CompetencyKind Kind, double Least, double Most, ImmutableArray<LevelAnchor> Anchors);
