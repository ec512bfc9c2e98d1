using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.GraphQL.Loaders;

namespace MentorCloud.Gateway.Cohorts.Events;

/// <summary>Events of a level from their grains, each once, as the caller may see them.</summary>
internal sealed class CohortEventLoader(GrainReader reader, CallerAccessor caller) : DataLoader<CohortEventId, CohortEventState>
{
    protected override async Task<IReadOnlyDictionary<CohortEventId, CohortEventState>> LoadBatchAsync(
        IReadOnlyList<CohortEventId> keys, CancellationToken cancellationToken)
    {
        var states = await Task.WhenAll(keys.Select(key => reader.CohortEventAsync(caller.Caller, key)));
        return states.OfType<CohortEventState>().ToDictionary(state => state.Id);
    }
}
