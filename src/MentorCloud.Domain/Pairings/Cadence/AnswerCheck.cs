namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Answers the open alignment check or safety pulse for the actor's side; the duty is done when both have answered. It is open to answers from a week before its day.</summary>
/// <param name="Kind">AlignmentCheck or SafetyPulse.</param>
/// <param name="Score">1 (none, unsafe) to 5 (full, safe). An alignment check's score says how far objectives have come on since the last.</param>
public sealed record AnswerCheck(DutyKind Kind, int Score) : PairingCommand;
