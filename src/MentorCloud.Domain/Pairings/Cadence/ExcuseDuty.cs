namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Calls the open duty of a kind off; the next one is scheduled. The decision at the end of the term cannot be called off.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Reason">Why, 1..200 characters; the program's managers see it.</param>
public sealed record ExcuseDuty(DutyKind Kind, string Reason) : PairingCommand;
