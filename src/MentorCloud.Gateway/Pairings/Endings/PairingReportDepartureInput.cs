using MentorCloud.Domain.Pairings;

namespace MentorCloud.Gateway.Pairings.Endings;

/// <summary>The input of the same name.</summary>
internal sealed record PairingReportDepartureInput(string IdempotencyKey, string Pairing, PairingSide Side) : IPairingInput;
