using MentorCloud.App.Rebuild;
using MentorCloud.Contracts.Views;

namespace MentorCloud.App.Simulation.Checks;

/// <summary>Views equal to what grain state says: filled anew beside the live ones, no row differs.</summary>
internal sealed class ViewCheck(GrainProjections projections, IViewRebuild views)
{
    private long read;

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var different = await views.RebuildAsync(Counted(cancellationToken), cancellationToken);
        return new CheckResult(
            "views equal to grain state", read, (int)different, different == 0 ? [] : [$"{different} rows of the views differed from grain state"]);
    }

    private async IAsyncEnumerable<(Domain.Identifiers.TenantId Tenant, string Grain, long Sequence, IReadOnlyList<Domain.Facts.ViewRow> Rows)> Counted(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var grain in projections.ReadAsync(cancellationToken))
        {
            read++;
            yield return grain;
        }
    }
}
