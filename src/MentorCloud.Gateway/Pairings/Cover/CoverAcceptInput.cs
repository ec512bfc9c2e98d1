namespace MentorCloud.Gateway.Pairings.Cover;

/// <summary>The input of the same name.</summary>
internal sealed record CoverAcceptInput(string IdempotencyKey, string Pairing, string Mentor) : IPairingInput;
