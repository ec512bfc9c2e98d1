using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Logins;

/// <summary>The tenants' e-mail domains: whose address is in one finds its company at login. Whoever calls has asked the policy table. Every change enters the audit log.</summary>
public interface IEmailDomains
{
    /// <summary>The tenant's domains, proved or not, at most 50, by name.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Empty when there are none.</returns>
    Task<IReadOnlyList<EmailDomain>> ListAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Claims a domain; it counts once it is verified. Repeating is safe and gives the same record.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">Who claims.</param>
    /// <param name="domain">Such as <c>acme.example</c>; ASCII (punycode), at most 253 characters.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>INPUT_INVALID; DOMAIN_TAKEN when another tenant has proved it.</returns>
    Task<Reply<EmailDomain>> ClaimAsync(TenantId tenant, Actor by, string domain, CancellationToken cancellationToken);

    /// <summary>Looks for the proof in the DNS.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="domain">A claimed domain.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>NOT_FOUND; DOMAIN_UNPROVED when the record is not there; DOMAIN_TAKEN.</returns>
    Task<Reply<EmailDomain>> VerifyAsync(TenantId tenant, Actor by, string domain, CancellationToken cancellationToken);

    /// <summary>Takes the operator's word for it: claims and proves in one.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">The operator.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>INPUT_INVALID; FORBIDDEN when anybody but the system asks; DOMAIN_TAKEN.</returns>
    Task<Reply<EmailDomain>> ConfirmAsync(TenantId tenant, Actor by, string domain, CancellationToken cancellationToken);

    /// <summary>Gives a domain up. Repeating is safe.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>Whether the tenant had it.</returns>
    Task<bool> ReleaseAsync(TenantId tenant, Actor by, string domain, CancellationToken cancellationToken);
}
