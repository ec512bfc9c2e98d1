using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.Gateway.Pairings.Cadence;

/// <summary>The input of the same name.</summary>
internal sealed record PairingExcuseDutyInput(string IdempotencyKey, string Pairing, DutyKind Kind, string Reason) : IPairingInput;
