namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A pause of a pairing. It always has an end, so that nothing ends by silence.</summary>
/// <param name="Since">When it began, UTC.</param>
/// <param name="ResumesAt">When it ends by itself, UTC.</param>
/// <param name="Reason">Why, 1..200 characters.</param>
/// <param name="By">Which side paused it; null when the program did, and in states of earlier releases.</param>
public sealed record PairingPause(DateTimeOffset Since, DateTimeOffset ResumesAt, string Reason, PairingSide? By = null);
