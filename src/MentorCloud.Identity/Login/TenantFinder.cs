using System.Text.RegularExpressions;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Tenants;
using MentorCloud.Identity.Realms;
using MentorCloud.Identity.Text;

namespace MentorCloud.Identity.Login;

/// <summary>Finds a person's tenant from what they typed: the company's short name, or the domain of their address.</summary>
internal sealed partial class TenantFinder(IViews views, EmailDomainBook domains)
{
    /// <summary>The tenant that is named, or that the address belongs to when none is named; null when there is none.</summary>
    public async Task<TenantRow?> FindAsync(string slug, string email, CancellationToken cancellationToken)
    {
        if (slug.Trim(' ').Length > 0 || !EmailAddress.TryRead(email, out var address))
        {
            return await BySlugAsync(slug, cancellationToken);
        }

        return await domains.OwnerAsync(address.Domain, cancellationToken) is { } owner ? await views.TenantAsync(owner, cancellationToken) : null;
    }

    /// <summary>Only ASCII slugs exist, so a look-alike letter finds nothing.</summary>
    private async Task<TenantRow?> BySlugAsync(string slug, CancellationToken cancellationToken)
    {
        var typed = slug.Trim(' ').ToLowerInvariant();
        return Slug().IsMatch(typed) ? await views.TenantBySlugAsync(typed, cancellationToken) : null;
    }

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
