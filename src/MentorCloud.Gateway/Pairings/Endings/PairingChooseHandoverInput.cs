namespace MentorCloud.Gateway.Pairings.Endings;

/// <summary>The input of the same name.</summary>
internal sealed record PairingChooseHandoverInput(string IdempotencyKey, string Pairing, IReadOnlyList<int> Entries) : IPairingInput;
