using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Accounts;

/// <summary>An account that a person logs in with.</summary>
/// <param name="Tenant">The tenant that it belongs to.</param>
/// <param name="Id">The account.</param>
/// <param name="Email">The address it logs in with, as it was written; unique in its tenant whatever the letters' case.</param>
/// <param name="DisplayName">The name shown to others.</param>
/// <param name="Roles">What the person is in the tenant.</param>
/// <param name="Participant">The participant that the person is; null when they take no part in pairings.</param>
/// <param name="Status">Invited, active or closed.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="LastLoginAt">When the person last logged in, UTC; null before the first time.</param>
public sealed record Account(
    TenantId Tenant, AccountId Id, string Email, string DisplayName, Role Roles, ParticipantId? Participant,
    AccountStatus Status, DateTimeOffset CreatedAt, DateTimeOffset? LastLoginAt)
{
    /// <summary>The person, acting in their own name.</summary>
    /// <returns>With the account's roles, as the participant that they are.</returns>
    public Actor AsActor() => Actor.User(Tenant, Id, Roles, Participant);
}
