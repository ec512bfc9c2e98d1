namespace MentorCloud.Gateway.Pairings.Escalations;

/// <summary>The input of the same name.</summary>
internal sealed record PairingOpenEscalationInput(string IdempotencyKey, string Pairing, string Subject) : IPairingInput;
