using System.Collections.Immutable;

namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>One level and the duals that prove it among the assignments that earlier levels leave.</summary>
/// <param name="Kind">What the level asks for.</param>
/// <param name="Score">For <see cref="FairLevelKind.Score"/> the score.</param>
/// <param name="Tier">Added to a pair for each of its two people whom earlier levels require to be full.</param>
/// <param name="MenteeDual">Dual of each mentee, 0 or more.</param>
/// <param name="MentorPrice">Dual of each mentor, 0 or more.</param>
public sealed record FairLevel(
    FairLevelKind Kind, long Score, long Tier, ImmutableArray<long> MenteeDual, ImmutableArray<long> MentorPrice);
