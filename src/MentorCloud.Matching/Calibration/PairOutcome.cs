using System.Collections.Immutable;

namespace MentorCloud.Matching.Calibration;

/// <summary>A finished pairing: the factors it was made with and how it went.</summary>
/// <param name="Factors">Value of each factor by number, 0 to 1; null if it was missing then.</param>
/// <param name="Outcome">How it went, 0 (badly) to 1 (very well).</param>
public sealed record PairOutcome(ImmutableArray<double?> Factors, double Outcome);
