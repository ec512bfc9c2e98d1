namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>The input of the same name.</summary>
internal sealed record PairingRate360Input(string IdempotencyKey, string Pairing, int Number, IReadOnlyList<int> Scores) : IPairingInput;
