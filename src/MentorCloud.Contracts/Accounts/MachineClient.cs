using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Accounts;

/// <summary>A machine client: an integrator's program that gets tokens in its own name.</summary>
/// <param name="Tenant">The tenant that it belongs to.</param>
/// <param name="ClientId">Its OAuth client id.</param>
/// <param name="Name">What the tenant calls it.</param>
/// <param name="Scopes">The most that its tokens may grant.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="LastUsedAt">When it last got a token, UTC, to the minute; null before the first.</param>
/// <param name="RevokedAt">When it was revoked, UTC; null while it works.</param>
/// <param name="IsFirstParty">Whether people are not asked before it gets in, because it is the company's own. Default false.</param>
public sealed record MachineClient(
    TenantId Tenant, string ClientId, string Name, Scope Scopes, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt,
    bool IsFirstParty = false);
