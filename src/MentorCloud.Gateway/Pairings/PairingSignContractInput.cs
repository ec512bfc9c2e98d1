namespace MentorCloud.Gateway.Pairings;

/// <summary>The input of the same name.</summary>
internal sealed record PairingSignContractInput(string IdempotencyKey, string Pairing, int Version) : IPairingInput;
