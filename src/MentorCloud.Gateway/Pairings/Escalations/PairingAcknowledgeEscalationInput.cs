namespace MentorCloud.Gateway.Pairings.Escalations;

/// <summary>The input of the same name.</summary>
internal sealed record PairingAcknowledgeEscalationInput(string IdempotencyKey, string Pairing, int Number) : IPairingInput;
