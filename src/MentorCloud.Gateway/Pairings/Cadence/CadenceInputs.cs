using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.Gateway.Pairings.Cadence;

/// <summary>The input of the same name.</summary>
internal sealed record PairingExcuseDutyInput(string IdempotencyKey, string Pairing, DutyKind Kind, string Reason) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingHoldReviewInput(
    string IdempotencyKey, string Pairing, DutyKind Kind, DateTimeOffset HeldAt, int Minutes, bool AmendmentWanted) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingAnswerCheckInput(string IdempotencyKey, string Pairing, DutyKind Kind, int Score) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingRateSessionInput(string IdempotencyKey, string Pairing, int CheckIn, int Score) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingLogHoursInput(string IdempotencyKey, string Pairing, DateTimeOffset At, int Minutes) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingPauseInput(string IdempotencyKey, string Pairing, DateOnly Until, string Reason) : IPairingInput;
