using MentorCloud.Matching.Assignment;

namespace MentorCloud.Matching.Rotation;

/// <summary>A pair on one of its mentor's places in one stage.</summary>
internal readonly record struct StageSpot(PairId Pair, int Place, int Stage);
