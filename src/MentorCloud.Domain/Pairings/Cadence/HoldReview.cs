namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Logs the open midcourse correction, plan review or prompt as held; not earlier before its day than it has days of grace.</summary>
/// <param name="Kind">Midcourse, PlanReview or Prompt.</param>
/// <param name="HeldAt">When: not in the future, not before publication.</param>
/// <param name="Minutes">How long, 1..480.</param>
/// <param name="AmendmentWanted">Whether objectives or cadence shall change: the contract is to be amended.</param>
public sealed record HoldReview(DutyKind Kind, DateTimeOffset HeldAt, int Minutes, bool AmendmentWanted = false) : PairingCommand;
