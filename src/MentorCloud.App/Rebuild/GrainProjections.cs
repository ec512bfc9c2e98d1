using System.Runtime.CompilerServices;
using MentorCloud.App.Transfer;
using MentorCloud.Contracts.Directory;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Rebuild;

/// <summary>Asks every grain that has views for its rows.</summary>
internal sealed class GrainProjections(IGrainDirectory directory, IGrainFactory grains)
{
    private IReadOnlyDictionary<string, Func<string, Actor, Task<Projection>>> Kinds => new Dictionary<string, Func<string, Actor, Task<Projection>>>
    {
        ["Tenant"] = (key, actor) => grains.GetGrain<ITenantGrain>(key).Project(actor),
        ["Participant"] = (key, actor) => grains.GetGrain<IParticipantGrain>(key).Project(actor),
        ["Cohort"] = (key, actor) => grains.GetGrain<ICohortGrain>(key).Project(actor),
        ["MatchRequest"] = (key, actor) => grains.GetGrain<IMatchRequestGrain>(key).Project(actor),
        ["Round"] = (key, actor) => grains.GetGrain<IRoundGrain>(key).Project(actor),
        ["Pairing"] = (key, actor) => grains.GetGrain<IPairingGrain>(key).Project(actor),
        ["Cover"] = (key, actor) => grains.GetGrain<ICoverGrain>(key).Project(actor),
        ["CohortEvent"] = (key, actor) => grains.GetGrain<ICohortEventGrain>(key).Project(actor),
    };

    /// <summary>Of every tenant.</summary>
    public IAsyncEnumerable<(TenantId Tenant, string Grain, long Sequence, IReadOnlyList<ViewRow> Rows)> ReadAsync(CancellationToken cancellationToken) =>
        ReadAsync(string.Empty, cancellationToken);

    /// <summary>Of one tenant.</summary>
    public IAsyncEnumerable<(TenantId Tenant, string Grain, long Sequence, IReadOnlyList<ViewRow> Rows)> ReadAsync(
        TenantId tenant, CancellationToken cancellationToken) => ReadAsync(GrainArchive.PrefixOf(tenant), cancellationToken);

    private async IAsyncEnumerable<(TenantId Tenant, string Grain, long Sequence, IReadOnlyList<ViewRow> Rows)> ReadAsync(
        string keyPrefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (kind, project) in Kinds)
        {
            await foreach (var key in directory.KeysAsync(kind, keyPrefix, cancellationToken))
            {
                if (GrainKey.TryGetTenant(key, out var tenant))
                {
                    var projection = await project(key, Actor.System(tenant, "rebuild"));
                    yield return (tenant, $"{kind}/{key}", projection.Sequence, projection.Rows);
                }
            }
        }
    }
}
