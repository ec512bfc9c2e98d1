using System.Runtime.CompilerServices;
using MentorCloud.Contracts.Directory;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants;

namespace MentorCloud.App.Tenants;

/// <summary>
/// The tenants of an installation, for whoever operates it. Read from the grains, so that a tenant is known from the moment it
/// was created; takes as long as there are tenants.
/// </summary>
internal sealed class TenantBook(IGrainFactory grains, IGrainDirectory directory)
{
    /// <summary>In whose name the operator of an installation acts inside a tenant.</summary>
    public static Actor OperatorOf(TenantId tenant) => Actor.System(tenant, "operator");

    /// <summary>Every tenant.</summary>
    public async IAsyncEnumerable<TenantState> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var key in directory.KeysAsync("Tenant", string.Empty, cancellationToken))
        {
            if (GrainKey.TryGetTenant(key, out var tenant) && (await Grain(tenant).Get(OperatorOf(tenant))).Value is { } state)
            {
                yield return state;
            }
        }
    }

    /// <summary>The tenant of a short name; null when there is none.</summary>
    public async Task<TenantState?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        await foreach (var tenant in AllAsync(cancellationToken))
        {
            if (tenant.Slug == slug)
            {
                return tenant;
            }
        }

        return null;
    }

    /// <summary>Its grain.</summary>
    public ITenantGrain Grain(TenantId tenant) => grains.GetGrain<ITenantGrain>(GrainKey.Of(tenant, tenant));
}
