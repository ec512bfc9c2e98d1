namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Pauses the pairing until a day (requirement 38).</summary>
/// <param name="Until">The day on which it resumes by itself, in the pairing's zone: after today, at most 180 days on.</param>
/// <param name="Reason">Why, 1..200 characters; the program's managers see it.</param>
public sealed record PausePairing(DateOnly Until, string Reason) : PairingCommand;
