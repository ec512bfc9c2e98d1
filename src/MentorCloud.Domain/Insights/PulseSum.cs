namespace MentorCloud.Domain.Insights;

/// <summary>What a cohort answered to the safety pulses of one month, one side of its pairings; raw, for <see cref="SafetyPulse"/> alone.</summary>
/// <param name="Month">Year times 100 and month.</param>
/// <param name="Side">Which side.</param>
/// <param name="People">How many different people.</param>
/// <param name="Mean">Mean of the people's own means.</param>
public sealed record PulseSum(int Month, Pairings.PairingSide Side, int People, double Mean);
