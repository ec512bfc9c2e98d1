using MentorCloud.Contracts.Accounts;

namespace MentorCloud.Gateway.Accounts;

/// <summary>The input of the same name.</summary>
internal sealed record AppClientRegisterInput(
    string IdempotencyKey, string Name, ClientProof Proof, IReadOnlyList<string> RedirectUris, IReadOnlyList<string> PostLogoutRedirectUris,
    IReadOnlyList<string> Scopes, string? KeySet, bool IsFirstParty);
