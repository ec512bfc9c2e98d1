using System.Runtime.CompilerServices;
using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.GraphQL.Subscriptions;
using ErrorCodes = MentorCloud.Domain.Refusals.ErrorCodes;

namespace MentorCloud.Gateway.Subscriptions;

/// <summary>
/// Streams of what changes under a viewer's eyes. A fact only says that there is something to look at: what leaves is read
/// anew from the grain, in the name of whoever the caller is at that moment.
/// </summary>
internal sealed class LiveChanges(
    EventHub<ChangeTopic, FactRecord> hub, GrainReader reader, GuardedViews views, TimeProvider clock)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    /// <summary>A pairing: as it stands, and again after every change.</summary>
    public async IAsyncEnumerable<PairingRow> PairingAsync(
        Caller caller, string globalId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = GlobalId.Require<PairingId>(globalId, NodeType.Pairing, "pairing");
        var topic = ChangeTopic.Of(caller.Tenant, NodeType.Pairing, id);
        await foreach (var _ in FollowAsync(caller, "Subscriptions.Pairing", topic, fromNow: true, cancellationToken))
        {
            yield return (await reader.PairingAsync(caller, id))?.Row ?? throw Unknown("pairing");
        }
    }

    /// <summary>A round: as it stands, and again after every step, until it is told, discarded or failed.</summary>
    public async IAsyncEnumerable<RoundRow> RoundAsync(
        Caller caller, string globalId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = GlobalId.Require<RoundId>(globalId, NodeType.Round, "round");
        var topic = ChangeTopic.Of(caller.Tenant, NodeType.Round, id);
        await foreach (var _ in FollowAsync(caller, "Subscriptions.Round", topic, fromNow: true, cancellationToken))
        {
            var round = await reader.RoundAsync(caller, id) ?? throw Unknown("round");
            yield return round.ToRow();
            if (!round.IsAtWork && round.Status is RoundStatus.Published or RoundStatus.Discarded or RoundStatus.Failed)
            {
                yield break;
            }
        }
    }

    /// <summary>Escalations from now on that the viewer may see, of one cohort or of all.</summary>
    public async IAsyncEnumerable<EscalationChange> EscalationsAsync(
        Caller caller, string? cohort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var only = await CohortAsync(caller, cohort, cancellationToken);
        var topic = ChangeTopic.Escalations(caller.Tenant);
        await foreach (var record in FollowAsync(caller, "Subscriptions.Escalations", topic, fromNow: false, cancellationToken))
        {
            var (pairing, number) = EscalationChange.Of(record!.Fact)!.Value;
            if (await SeenAsync(caller, pairing, only) is { } view
                && view.Life?.Escalations.FirstOrDefault(each => each.Number == number) is { } escalation)
            {
                await views.AuditPairingAsync(caller, view.Row, "Read Pairing", cancellationToken);
                yield return new EscalationChange(view.Row, escalation);
            }
        }
    }

    /// <summary>Changes of health from now on in pairings that the viewer may see, of one cohort or of all.</summary>
    public async IAsyncEnumerable<HealthChange> HealthAsync(
        Caller caller, string? cohort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var only = await CohortAsync(caller, cohort, cancellationToken);
        var topic = ChangeTopic.Health(caller.Tenant);
        await foreach (var record in FollowAsync(caller, "Subscriptions.Health", topic, fromNow: false, cancellationToken))
        {
            var change = (PairingHealthChanged)record!.Fact;
            if (await SeenAsync(caller, change.Pairing, only) is { } view)
            {
                await views.AuditPairingAsync(caller, view.Row, "Read Pairing", cancellationToken);
                yield return new HealthChange(view.Row, change.From, change.To);
            }
        }
    }

    /// <summary>
    /// The facts of a topic, and first of all nothing when the viewer wants to know how things stand. Before each one, and
    /// once a minute when nothing happens, it is looked at anew whether the caller is still logged in and still may.
    /// </summary>
    private async IAsyncEnumerable<FactRecord?> FollowAsync(
        Caller caller, string operation, ChangeTopic topic, bool fromNow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        caller.Require(operation);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var facts = hub.Subscribe(topic, life.Token).GetAsyncEnumerator(life.Token);
        var next = Task.FromResult(false);
        try
        {
            if (fromNow)
            {
                yield return null;
            }

            while (await UntilAsync(next = facts.MoveNextAsync().AsTask(), caller, operation, cancellationToken))
            {
                yield return facts.Current;
            }
        }
        finally
        {
            await life.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await facts.DisposeAsync();
        }
    }

    /// <summary>Waits for the next fact and looks again and again whether the caller still may have it.</summary>
    private async Task<bool> UntilAsync(Task<bool> next, Caller caller, string operation, CancellationToken cancellationToken)
    {
        bool done;
        do
        {
            await ((Task)next).WaitAsync(LookEvery, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            done = next.IsCompleted;
            await caller.LookAgainAsync(cancellationToken);
            caller.Require(operation);
        }
        while (!done);
        return await next;
    }

    private async Task<PairingView?> SeenAsync(Caller caller, PairingId pairing, CohortId? only) =>
        await reader.PairingAsync(caller, pairing) is { } view && (only is null || view.Row.Cohort == only) ? view : null;

    private async Task<CohortId?> CohortAsync(Caller caller, string? globalId, CancellationToken cancellationToken)
    {
        if (globalId is null)
        {
            return null;
        }

        var id = GlobalId.Require<CohortId>(globalId, NodeType.Cohort, "cohort");
        return await views.MaySeeCohortAsync(caller, id, cancellationToken) && await reader.CohortAsync(caller, id) is not null
            ? id
            : throw Unknown("cohort");
    }

    private static RefusedException Unknown(string what) => new(new Refusal(ErrorCodes.NotFound, $"There is no such {what}.", what));
}
