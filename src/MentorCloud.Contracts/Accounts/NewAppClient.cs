using MentorCloud.Domain.Access;

namespace MentorCloud.Contracts.Accounts;

/// <summary>A program that logs people of its tenant in through MentorCloud (OpenID Connect), or that proves itself by a key.</summary>
/// <param name="Name">What the tenant calls it, 1..200 characters.</param>
/// <param name="Proof">How it proves who it is.</param>
/// <param name="RedirectUris">Where logins may lead back to, compared exactly (of a loopback address, the port may differ). At most 20.</param>
/// <param name="PostLogoutRedirectUris">Where logouts may lead back to, compared exactly. At most 20.</param>
/// <param name="Scopes">What it may do in its own name (client credentials); none when it only logs people in.</param>
/// <param name="KeySet">Its public keys as a JSON Web Key Set, for <see cref="ClientProof.PrivateKey"/>; null otherwise.</param>
/// <param name="IsFirstParty">Whether it is the company's own: people are not asked whether it may get in. Default false.</param>
public sealed record NewAppClient(
    string Name, ClientProof Proof, IReadOnlyList<string> RedirectUris, IReadOnlyList<string> PostLogoutRedirectUris,
    Scope Scopes = Scope.None, string? KeySet = null, bool IsFirstParty = false);
