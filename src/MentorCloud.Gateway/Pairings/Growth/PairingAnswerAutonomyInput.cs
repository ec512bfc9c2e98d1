namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>The input of the same name.</summary>
internal sealed record PairingAnswerAutonomyInput(string IdempotencyKey, string Pairing, bool Agree) : IPairingInput;
