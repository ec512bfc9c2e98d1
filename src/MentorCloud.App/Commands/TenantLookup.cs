using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary>Finds the tenant that a command names.</summary>
internal static class TenantLookup
{
    /// <summary>The tenant of a slug.</summary>
    /// <exception cref="OperatorException">There is none.</exception>
    public static async Task<TenantRow> FindTenantAsync(this IServiceProvider services, string slug, CancellationToken cancellationToken) =>
        await services.GetRequiredService<IViews>().TenantBySlugAsync(slug, cancellationToken)
            ?? throw Unknown(slug);

    /// <summary>What every command says that is given the short name of no tenant.</summary>
    public static OperatorException Unknown(string slug) =>
        new(ExitCodes.InputInvalid, $"there is no tenant '{slug}' in this data folder; 'tenant list' shows them.");
}
