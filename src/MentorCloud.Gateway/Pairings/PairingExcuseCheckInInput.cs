namespace MentorCloud.Gateway.Pairings;

/// <summary>The input of the same name.</summary>
internal sealed record PairingExcuseCheckInInput(string IdempotencyKey, string Pairing, string Reason) : IPairingInput;
