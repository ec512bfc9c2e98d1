using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.Contracts.Json;
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
    EventHub<ChangeTopic, Change> hub, GrainReader reader, GuardedViews views, TimeProvider clock)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    /// <summary>
    /// A pairing: as it stands, and again after every change. Nobody is told of another's escalation or
    /// request for another partner, not even by being told that something they may not see has happened.
    /// </summary>
    public async IAsyncEnumerable<PairingRow> PairingAsync(
        Caller caller, string globalId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = GlobalId.Require<PairingId>(globalId, NodeType.Pairing, "pairing");
        var topic = ChangeTopic.Of(caller.Tenant, NodeType.Pairing, id);
        var told = Array.Empty<byte>();
        await foreach (var change in FollowAsync(caller, "Subscriptions.Pairing", topic, concerns: null, cancellationToken))
        {
            var view = await reader.PairingAsync(caller, id) ?? throw Unknown("pairing");
            var seen = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(view, ContractsJson.Options));
            if (change is { Confided: true } && seen.AsSpan().SequenceEqual(told))
            {
                continue;
            }

            told = seen;
            await views.AuditPairingAsync(caller, view.Row, "Read Pairing", cancellationToken);
            yield return view.Row;
        }
    }

    /// <summary>A round: as it stands, and again after every step, until it is told, discarded or failed.</summary>
    public async IAsyncEnumerable<RoundRow> RoundAsync(
        Caller caller, string globalId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = GlobalId.Require<RoundId>(globalId, NodeType.Round, "round");
        var topic = ChangeTopic.Of(caller.Tenant, NodeType.Round, id);
        await foreach (var _ in FollowAsync(caller, "Subscriptions.Round", topic, concerns: null, cancellationToken))
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
        await foreach (var change in FollowAsync(caller, "Subscriptions.Escalations", topic, change => ConcernsAsync(caller, change, only), cancellationToken))
        {
            var (pairing, number) = EscalationChange.Of(change!.Record.Fact)!.Value;
            if (await reader.PairingAsync(caller, pairing) is { } view
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
        await foreach (var change in FollowAsync(caller, "Subscriptions.Health", topic, change => ConcernsAsync(caller, change, only), cancellationToken))
        {
            var health = (PairingHealthChanged)change!.Record.Fact;
            if (await reader.PairingAsync(caller, health.Pairing) is { } view)
            {
                await views.AuditPairingAsync(caller, view.Row, "Read Pairing", cancellationToken);
                yield return new HealthChange(view.Row, health.From, health.To);
            }
        }
    }

    /// <summary>
    /// The changes of a topic that concern the viewer; null for all, and then first of all nothing, because the viewer wants to
    /// know how things stand. Before each one, and once a minute when nothing happens, it is looked at anew whether the caller is
    /// still logged in and still may. What does not concern them costs neither that look nor a read of the grain.
    /// </summary>
    private async IAsyncEnumerable<Change?> FollowAsync(
        Caller caller, string operation, ChangeTopic topic, Func<Change, Task<bool>>? concerns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        caller.Require(operation);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var facts = hub.Subscribe(topic, life.Token).GetAsyncEnumerator(life.Token);
        var next = Task.FromResult(false);
        try
        {
            if (concerns is null)
            {
                yield return null;
            }

            while (await UntilAsync(next = NextAsync(facts, concerns), caller, operation, cancellationToken))
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

    private static async Task<bool> NextAsync(IAsyncEnumerator<Change> changes, Func<Change, Task<bool>>? concerns)
    {
        while (await changes.MoveNextAsync())
        {
            if (concerns is null || await concerns(changes.Current))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sorts out what the viewer will not see, by one read for all viewers; who may see the rest the grain decides.</summary>
    private static async Task<bool> ConcernsAsync(Caller caller, Change change, CohortId? only)
    {
        if (await change.RowAsync() is not { } row)
        {
            return true;
        }

        return (only is null || row.Cohort == only)
            && (PairingAccess.IsProgramSide(caller.Actor) || (caller.Actor.Participant is { } self && (row.Mentor == self || row.Mentee == self)));
    }

    private async Task<CohortId?> CohortAsync(Caller caller, string? globalId, CancellationToken cancellationToken)
    {
        if (globalId is null)
        {
            return null;
        }

        var id = GlobalId.Require<CohortId>(globalId, NodeType.Cohort, "cohort");
        return await views.MaySeeCohortAsync(caller, id, cancellationToken) && await reader.CohortAsync(caller.In(id), id) is not null
            ? id
            : throw Unknown("cohort");
    }

    private static RefusedException Unknown(string what) => new(new Refusal(ErrorCodes.NotFound, $"There is no such {what}.", what));
}
