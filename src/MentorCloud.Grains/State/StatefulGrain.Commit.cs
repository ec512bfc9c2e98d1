using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Grains.State;

/// <summary>The one commit: the alarm first, then the envelope as a whole, then its publication.</summary>
public abstract partial class StatefulGrain<TState>
{
    private async Task CommitAsync(Actor actor, Decision<TState> decision, HandledCommand? handled)
    {
        var before = store.State;
        var state = decision.State!;
        var rows = Rows(state);
        var tells = !decision.Facts.IsEmpty || !rows.IsDefault;
        var outbox = publication.Unconfirmed(before.Outbox);
        var next = before with
        {
            Version = before.Version + 1,
            State = await CloseAsync(state),
            NextDue = NextDue(state),
            Sequence = tells ? before.Sequence + 1 : before.Sequence,
            Outbox = tells ? outbox.Add(new OutboxEntry(before.Sequence + 1, Now, actor.ToString(), decision.Facts, rows.IsDefault ? [] : rows)) : outbox,
            Handled = handled is null ? before.Handled : Remember(before.Handled, handled),
        };
        await alarm.ArmAsync(before.NextDue, next.NextDue, !next.Outbox.IsEmpty, Now);
        await WriteAsync(before, next);
        opened = state;
        if (!next.Outbox.IsEmpty)
        {
            publication.Begin(Tenant, FullName, next.Outbox);
        }
    }

    /// <summary>Remembers a command of a person or program that changed nothing: its key stands for its input too.</summary>
    private Task RememberAsync(HandledCommand handled) =>
        WriteAsync(store.State, store.State with { Handled = Remember(store.State.Handled, handled) });

    private static HandledCommands Remember(HandledCommands handled, HandledCommand command) =>
        handled.Add(command, Envelope<TState>.CommandsRemembered);

    /// <summary>Memory changes only with the store: a failed write puts the old envelope back, and the activation leaves to read anew.</summary>
    private async Task WriteAsync(Envelope<TState> before, Envelope<TState> next)
    {
        var acknowledges = !before.Outbox.IsEmpty && (next.Outbox.IsEmpty || next.Outbox[0].Sequence > before.Outbox[0].Sequence);
        store.State = next;
        try
        {
            Reach(acknowledges, PublicationPoint.BeforeAcknowledge);
            await store.WriteStateAsync();
            Reach(acknowledges, PublicationPoint.AfterAcknowledge);
        }
        catch
        {
            store.State = before;
            DeactivateOnIdle();
            throw;
        }
    }

    private void Reach(bool acknowledges, string point)
    {
        if (acknowledges)
        {
            tools.Reached?.Invoke(point);
        }
    }

    /// <summary>Publishes what the outbox still holds, and takes it out of the stored envelope.</summary>
    protected async Task EmptyOutboxAsync()
    {
        if (store.State.Outbox.IsEmpty)
        {
            return;
        }

        await publication.FinishAsync(Tenant, FullName, store.State.Outbox);
        await WriteAsync(store.State, store.State with { Outbox = publication.Unconfirmed(store.State.Outbox) });
    }
}
