using System.Security.Claims;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Identity.Access;

/// <summary>From who is logged in to the <see cref="Actor"/> that the policy decides about, and back. The one place of it.</summary>
public static class ActorClaims
{
    /// <summary>The actor of a request.</summary>
    /// <param name="principal">What the authentication handlers made.</param>
    /// <returns>A user, a client, or <see cref="Actor.Anonymous"/> when nobody is logged in or the claims make no sense.</returns>
    public static Actor ToActor(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true }
            || !EntityId.TryParse<TenantId>(principal.FindFirstValue(ClaimNames.Tenant), out var tenant))
        {
            return Actor.Anonymous;
        }

        var subject = principal.FindFirstValue(ClaimNames.Subject);
        return EntityId.TryParse<AccountId>(subject, out var account)
            ? User(principal, tenant, account)
            : Client(principal, tenant, subject);
    }

    internal static ClaimsPrincipal OfAccount(Account account, string scheme, params ReadOnlySpan<Claim> more)
    {
        List<Claim> claims =
        [
            new(ClaimNames.Subject, account.Id.ToString()),
            new(ClaimNames.Tenant, account.Tenant.ToString()),
            new(ClaimNames.Name, account.DisplayName),
            .. RoleNames(account.Roles).Select(role => new Claim(ClaimNames.Role, role)),
            .. more,
        ];
        if (account.Participant is { } participant)
        {
            claims.Add(new Claim(ClaimNames.Participant, participant.ToString()));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, ClaimNames.Name, ClaimNames.Role));
    }

    internal static ClaimsPrincipal OfClient(MachineClient client, Scope scopes, string scheme) =>
        new(new ClaimsIdentity(
            [
                new(ClaimNames.Subject, client.ClientId),
                new(ClaimNames.Tenant, client.Tenant.ToString()),
                new(ClaimNames.ClientId, client.ClientId),
                new(ClaimNames.Scope, ScopeNames.Write(scopes)),
            ],
            scheme, ClaimNames.Name, ClaimNames.Role));

    internal static IEnumerable<string> RoleNames(Role roles) =>
        Enum.GetValues<Role>().Where(role => role != Role.None && roles.HasFlag(role)).Select(role => role.ToString());

    private static Actor User(ClaimsPrincipal principal, TenantId tenant, AccountId account)
    {
        var roles = Role.None;
        foreach (var claim in principal.FindAll(ClaimNames.Role))
        {
            roles |= Array.Find(Enum.GetValues<Role>(), role => role.ToString() == claim.Value);
        }

        ParticipantId? participant = EntityId.TryParse<ParticipantId>(principal.FindFirstValue(ClaimNames.Participant), out var person)
            ? person
            : null;
        return Actor.User(tenant, account, roles, participant);
    }

    private static Actor Client(ClaimsPrincipal principal, TenantId tenant, string? subject) =>
        subject is not null && subject == principal.FindFirstValue(ClaimNames.ClientId)
            && ScopeNames.TryRead(principal.FindFirstValue(ClaimNames.Scope), out var scopes)
            ? Actor.Client(tenant, subject, scopes)
            : Actor.Anonymous;
}
