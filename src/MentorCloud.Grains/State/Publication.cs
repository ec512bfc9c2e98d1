using System.Collections.Immutable;
using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Grains.State;

/// <summary>
/// Hands a grain's outbox to the publisher without holding up its turns: what is confirmed leaves the envelope with the
/// next commit, or with the reminder that rings while the outbox is not empty. Nothing of it runs between turns.
/// </summary>
internal sealed class Publication(GrainTools tools)
{
    private Task running = Task.CompletedTask;
    private long through;

    /// <summary>Begins to publish; order within the grain is kept because the publisher takes entries in the order given.</summary>
    public void Begin(TenantId tenant, string grain, ImmutableArray<OutboxEntry> outbox)
    {
        through = outbox[^1].Sequence;
        running = tools.Reached is { } reached
            ? PublishAsync(tenant, grain, outbox, reached)
            : tools.Publisher.PublishAsync(tenant, grain, outbox, CancellationToken.None);
    }

    /// <summary>Begins again when the attempt before has failed.</summary>
    public void Retry(TenantId tenant, string grain, ImmutableArray<OutboxEntry> outbox)
    {
        if (running is { IsCompleted: true, IsCompletedSuccessfully: false })
        {
            Begin(tenant, grain, outbox);
        }
    }

    /// <summary>What of an outbox still has to stay.</summary>
    public ImmutableArray<OutboxEntry> Unconfirmed(ImmutableArray<OutboxEntry> outbox) =>
        running.IsCompletedSuccessfully ? outbox.RemoveAll(entry => entry.Sequence <= through) : outbox;

    /// <summary>Publishes what is there, however often it was tried before, and waits for it.</summary>
    public async Task FinishAsync(TenantId tenant, string grain, ImmutableArray<OutboxEntry> outbox)
    {
        if (!running.IsCompletedSuccessfully || through < outbox[^1].Sequence)
        {
            Begin(tenant, grain, outbox);
        }

        await running;
    }

    private async Task PublishAsync(TenantId tenant, string grain, ImmutableArray<OutboxEntry> outbox, Action<string> reached)
    {
        reached(PublicationPoint.BeforePublish);
        await tools.Publisher.PublishAsync(tenant, grain, outbox, CancellationToken.None).ConfigureAwait(false);
        reached(PublicationPoint.AfterPublish);
    }
}
