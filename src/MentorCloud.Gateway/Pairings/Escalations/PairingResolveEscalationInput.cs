namespace MentorCloud.Gateway.Pairings.Escalations;

/// <summary>The input of the same name.</summary>
internal sealed record PairingResolveEscalationInput(string IdempotencyKey, string Pairing, int Number, string Resolution) : IPairingInput;
