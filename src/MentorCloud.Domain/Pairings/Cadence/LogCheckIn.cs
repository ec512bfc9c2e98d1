namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Logs the open check-in as held.</summary>
/// <param name="HeldAt">When it was held: not in the future, not before the pairing was published.</param>
/// <param name="Minutes">How long, 1..480.</param>
/// <param name="Note">A note, sealed already when its visibility asks for it; null when none.</param>
public sealed record LogCheckIn(DateTimeOffset HeldAt, int Minutes, CheckInNote? Note);
