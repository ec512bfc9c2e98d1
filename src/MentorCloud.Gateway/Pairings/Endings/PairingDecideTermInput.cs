using MentorCloud.Domain.Pairings.Endings;

namespace MentorCloud.Gateway.Pairings.Endings;

/// <summary>The input of the same name.</summary>
internal sealed record PairingDecideTermInput(string IdempotencyKey, string Pairing, TermChoice Choice, int Months) : IPairingInput;
