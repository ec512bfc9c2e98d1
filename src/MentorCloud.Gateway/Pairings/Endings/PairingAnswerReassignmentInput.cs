using MentorCloud.Domain.Pairings;

namespace MentorCloud.Gateway.Pairings.Endings;

/// <summary>The input of the same name.</summary>
internal sealed record PairingAnswerReassignmentInput(string IdempotencyKey, string Pairing, bool Grant, PairingSide? Side) : IPairingInput;
