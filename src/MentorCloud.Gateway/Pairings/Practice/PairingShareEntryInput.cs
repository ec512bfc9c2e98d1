using MentorCloud.Domain.Privacy;

namespace MentorCloud.Gateway.Pairings.Practice;

/// <summary>The input of the same name.</summary>
internal sealed record PairingShareEntryInput(string IdempotencyKey, string Pairing, int Number, Visibility Visibility) : IPairingInput;
