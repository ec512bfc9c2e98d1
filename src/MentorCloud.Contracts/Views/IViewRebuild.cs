using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Views;

/// <summary>Fills the views anew from grain state, into tables beside the live ones, and then swaps them.</summary>
public interface IViewRebuild
{
    /// <summary>Rebuilds every view row. While it runs, no facts may be published.</summary>
    /// <param name="rows">Every grain with all of its rows and the sequence of the last entry that they contain.</param>
    /// <param name="cancellationToken">Stops; the live views stay as they were.</param>
    /// <returns>How many rows were missing, extra or different before the swap: 0 when the views were right.</returns>
    Task<long> RebuildAsync(IAsyncEnumerable<(TenantId Tenant, string Grain, long Sequence, IReadOnlyList<ViewRow> Rows)> rows, CancellationToken cancellationToken);

    /// <summary>Rebuilds the view rows of one tenant and leaves those of all others as they are; else like <see cref="RebuildAsync"/>.</summary>
    /// <param name="tenant">Whose rows.</param>
    /// <param name="rows">Every grain of the tenant, as for all.</param>
    /// <param name="cancellationToken">Stops; the live views stay as they were.</param>
    /// <returns>How many of the tenant's rows were missing, extra or different before.</returns>
    Task<long> RebuildTenantAsync(
        TenantId tenant, IAsyncEnumerable<(TenantId Tenant, string Grain, long Sequence, IReadOnlyList<ViewRow> Rows)> rows, CancellationToken cancellationToken);
}
