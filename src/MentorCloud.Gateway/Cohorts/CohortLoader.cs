using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.GraphQL.Loaders;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Cohorts of a level from their grains, each once. Only reached through something that the caller may see.</summary>
internal sealed class CohortLoader(GrainReader reader, CallerAccessor caller) : DataLoader<CohortId, CohortState>
{
    protected override async Task<IReadOnlyDictionary<CohortId, CohortState>> LoadBatchAsync(
        IReadOnlyList<CohortId> keys, CancellationToken cancellationToken)
    {
        var states = await Task.WhenAll(keys.Select(key => reader.CohortAsync(caller.Caller.In(key), key)));
        return states.OfType<CohortState>().ToDictionary(state => state.Id);
    }
}
