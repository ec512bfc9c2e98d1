namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>How often a duty of one kind came to what, over the whole life of a pairing.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Last">Number of the newest one.</param>
/// <param name="Done">Done.</param>
/// <param name="Missed">Missed.</param>
/// <param name="Excused">Called off.</param>
public sealed record DutyTally(DutyKind Kind, int Last, int Done, int Missed, int Excused);
