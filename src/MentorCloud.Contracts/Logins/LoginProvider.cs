using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Logins;

/// <summary>A tenant's own OpenID provider.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Settings">What was decided. The secret is in no answer.</param>
/// <param name="RedirectUri">What to register there as redirect address.</param>
/// <param name="BackChannelLogoutUri">What to register there as back-channel logout address.</param>
/// <param name="KeySet">Our public key as a JSON Web Key Set, to register there; null unless the proof is <see cref="ProviderProof.PrivateKey"/>.</param>
/// <param name="ChangedAt">When it was last changed, UTC.</param>
public sealed record LoginProvider(
    TenantId Tenant, LoginProviderSettings Settings, Uri RedirectUri, Uri BackChannelLogoutUri, string? KeySet, DateTimeOffset ChangedAt);
