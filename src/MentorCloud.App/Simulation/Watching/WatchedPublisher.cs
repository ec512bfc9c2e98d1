using MentorCloud.Contracts.Background;
using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Simulation.Watching;

/// <summary>The program's publisher, and a count of what it has under way: the clock moves only when that is nothing.</summary>
internal sealed class WatchedPublisher(IFactPublisher publisher) : IFactPublisher, IBackgroundWork
{
    private readonly WorkUnderWay underWay = new();

    /// <inheritdoc/>
    public long Asked => underWay.Begun;

    /// <inheritdoc/>
    public Task RestAsync(CancellationToken cancellationToken) => underWay.RestAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task PublishAsync(TenantId tenant, string grain, IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        underWay.Begin();
        try
        {
            await publisher.PublishAsync(tenant, grain, entries, cancellationToken);
        }
        finally
        {
            underWay.End();
        }
    }
}
