using System.Text.RegularExpressions;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Tenants;

namespace MentorCloud.Identity.Login;

/// <summary>Finds a person's tenant from what they typed: the company's short name.</summary>
internal sealed partial class TenantFinder(IViews views)
{
    /// <summary>The tenant with a slug; null when there is none. Only ASCII slugs exist, so a look-alike letter finds nothing.</summary>
    public async Task<TenantRow?> BySlugAsync(string slug, CancellationToken cancellationToken)
    {
        var typed = slug.Trim(' ').ToLowerInvariant();
        return Slug().IsMatch(typed) ? await views.TenantBySlugAsync(typed, cancellationToken) : null;
    }

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
