using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.People;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.People;

/// <summary>Does what a person's departure or erasure brings, off their grain's turns; of each tenant for one person at a time.</summary>
internal sealed class PersonWorker(
    IGrainFactory grains, PersonDeparture departure, PersonErasure erasure, ILogger<PersonWorker> log)
    : GrainWorker<ParticipantId>(log), IPersonWork
{
    /// <inheritdoc/>
    public Task DoAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken) =>
        TryWorkAsync(tenant, person, cancellationToken);

    /// <summary>Whoever is in the queue and waited for by a caller too is looked after once: the second finds nothing to do.</summary>
    protected override async Task WorkAsync(TenantId tenant, ParticipantId id, CancellationToken stopping)
    {
        var state = (await grains.GetGrain<IParticipantGrain>(GrainKey.Of(tenant, id)).Get(Actor.System(tenant, "people"))).OrThrow();
        if (state.IsAtWork)
        {
            await (state.ErasedAt is null ? departure.EndPairingsAsync(state) : erasure.RunAsync(state, stopping));
        }
    }
}
