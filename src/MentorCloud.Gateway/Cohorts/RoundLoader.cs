using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.GraphQL.Loaders;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Rounds of a level from their grains, each once however many of its fields are asked for.</summary>
internal sealed class RoundLoader(GrainReader reader, CallerAccessor caller) : DataLoader<RoundId, RoundState>
{
    protected override async Task<IReadOnlyDictionary<RoundId, RoundState>> LoadBatchAsync(
        IReadOnlyList<RoundId> keys, CancellationToken cancellationToken)
    {
        var states = await Task.WhenAll(keys.Select(key => reader.RoundAsync(caller.Caller, key)));
        return states.OfType<RoundState>().ToDictionary(state => state.Id);
    }
}
