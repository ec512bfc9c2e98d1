namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>The input of the same name.</summary>
internal sealed record PairingOpenReview360Input(
    string IdempotencyKey, string Pairing, IReadOnlyList<string> Competencies, IReadOnlyList<string> Raters) : IPairingInput;
