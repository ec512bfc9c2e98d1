using System.Collections.Immutable;

namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>
/// Proof of a fair assignment, level by level: the duals of a level prove its count, and by complementary slackness
/// they say which pairs and obligations the optimal assignments of that level have in common; the next level is
/// proven among those. Scores between two levels are used by no pair (docs/matching.md; Burkard and Rendl 1991).
/// </summary>
/// <param name="Levels">The levels in order: pairs, passed over if any, then scores ascending.</param>
public sealed record FairCertificate(ImmutableArray<FairLevel> Levels) : AssignmentCertificate;
