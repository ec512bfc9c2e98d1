using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>The mentee assesses themself again.</summary>
/// <param name="Levels">Levels by competency, 1..12; each competency once.</param>
public sealed record AssessSelf(ImmutableArray<CompetencyLevel> Levels) : PairingCommand;
