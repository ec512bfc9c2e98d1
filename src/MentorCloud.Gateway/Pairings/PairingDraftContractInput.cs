namespace MentorCloud.Gateway.Pairings;

/// <summary>The input of the same name.</summary>
internal sealed record PairingDraftContractInput(string IdempotencyKey, string Pairing, ContractTermsInput Terms, int? Version) : IPairingInput;
