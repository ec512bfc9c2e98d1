using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>Somebody who was asked rates the mentee; once.</summary>
/// <param name="Number">Which review.</param>
/// <param name="Scores">1..5 for each competency, in the review's order.</param>
public sealed record Rate360(int Number, ImmutableArray<int> Scores) : PairingCommand;
