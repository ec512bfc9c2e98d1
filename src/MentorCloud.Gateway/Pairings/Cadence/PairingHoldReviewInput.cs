using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.Gateway.Pairings.Cadence;

/// <summary>The input of the same name.</summary>
internal sealed record PairingHoldReviewInput(
    string IdempotencyKey, string Pairing, DutyKind Kind, DateTimeOffset HeldAt, int Minutes, bool AmendmentWanted) : IPairingInput;
