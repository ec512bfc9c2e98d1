using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Rotation;

namespace MentorCloud.App.Simulation.Faults;

/// <summary>The faults of a doubled duty, a fact that says too much and a stale view, planted between a pairing and the publisher.</summary>
internal sealed class FaultyPublisher(IFactPublisher publisher, FaultPlanter planter) : IFactPublisher
{
    public Task PublishAsync(TenantId tenant, string grain, IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken) =>
        publisher.PublishAsync(tenant, grain, IsVictim(grain) ? [.. entries.Select(Break)] : entries, cancellationToken);

    private bool IsVictim(string grain) => planter.Victim is { } victim && grain == $"Pairing/{victim}";

    private OutboxEntry Break(OutboxEntry entry) => planter.Fault switch
    {
        PlantedFault.DutyDoubled => entry with { Facts = [.. entry.Facts.SelectMany(Twice)] },
        PlantedFault.PrivateTextTold => entry with { Facts = [.. entry.Facts, new RotationFailed(default, default, Watching.PrivateWords.ForTwo("in the open"))] },
        PlantedFault.ViewStale => entry with { Rows = default },
        _ => entry,
    };

    private static IEnumerable<Fact> Twice(Fact fact) => fact is DutyFellDue ? [fact, fact] : [fact];
}
