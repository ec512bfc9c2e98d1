using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Subscriptions;
using MentorCloud.GraphQL.Subscriptions;

namespace MentorCloud.Gateway.Tests.Subscriptions;

/// <summary>What a subscription looks at before an event leaves: no grain and no view is asked in these.</summary>
public sealed class LiveChangesTests
{
    private static readonly TenantId Tenant = EntityId.Derive<TenantId>(Guid.Empty, "tenant");
    private static readonly AccountId Account = EntityId.Derive<AccountId>(Guid.Empty, "account");
    private static readonly PairingId Pairing = EntityId.Derive<PairingId>(Guid.Empty, "pairing");
    private readonly EventHub<ChangeTopic, Change> hub = new();

    [Fact]
    public async Task Role_taken_away_ends_the_subscription_before_the_event_leaves() =>
        Assert.Equal(ErrorCodes.Forbidden, await EndingAsync(() => Actor.User(Tenant, Account, Role.None)));

    [Fact]
    public async Task Ended_session_ends_the_subscription_before_the_event_leaves() =>
        Assert.Equal(ErrorCodes.Unauthenticated, await EndingAsync(() => Actor.Anonymous));

    [Fact]
    public async Task Login_of_somebody_else_on_the_same_connection_ends_the_subscription() =>
        Assert.Equal(ErrorCodes.Unauthenticated, await EndingAsync(
            () => Actor.User(Tenant, EntityId.Derive<AccountId>(Guid.Empty, "other"), Role.TenantAdmin)));

    [Fact]
    public async Task Nobody_may_listen_without_a_role()
    {
        var caller = new Caller(Actor.User(Tenant, Account, Role.None));
        await using var events = Changes().EscalationsAsync(caller, null, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => events.MoveNextAsync().AsTask());
        Assert.Equal(ErrorCodes.Forbidden, refused.Refusal.Code);
        Assert.Equal(0, hub.TopicCount);
    }

    private async Task<string> EndingAsync(Func<Actor> later)
    {
        var caller = new Caller(Actor.User(Tenant, Account, Role.TenantAdmin), _ => Task.FromResult(later()));
        await using var events = Changes().EscalationsAsync(caller, null, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = events.MoveNextAsync().AsTask();
        Assert.Equal(1, hub.Publish(ChangeTopic.Escalations(Tenant), Opened(() => Task.FromResult<PairingRow?>(null))));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => next);
        Assert.Equal(0, hub.TopicCount);
        return refused.Refusal.Code;
    }

    [Fact]
    public async Task Change_that_concerns_nobody_is_read_once_for_all_who_listen()
    {
        const int Listeners = 500;
        using var life = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var (looks, reads) = (0, 0);
        var listeners = Enumerable.Range(0, Listeners).Select(number =>
        {
            var actor = Actor.User(Tenant, Account, Role.Mentee, EntityId.Derive<ParticipantId>(Guid.Empty, $"{number}"));
            var caller = new Caller(actor, _ => Task.FromResult(Interlocked.Increment(ref looks) > 0 ? actor : actor));
            return Changes().EscalationsAsync(caller, null, life.Token).GetAsyncEnumerator(life.Token).MoveNextAsync().AsTask();
        }).ToList();

        var read = new TaskCompletionSource();
        var change = Opened(() =>
        {
            Interlocked.Increment(ref reads);
            read.TrySetResult();
            return Task.FromResult<PairingRow?>(Row);
        });
        Assert.Equal(Listeners, hub.Publish(ChangeTopic.Escalations(Tenant), change));

        // Nobody looked at their session, and no grain was asked, because there is none.
        await read.Task;
        await life.CancelAsync();
        foreach (var listener in listeners) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listener);
        Assert.Equal((0, 1), (looks, reads));
    }

    private static PairingRow Row => new(
        Pairing, Tenant, EntityId.Derive<CohortId>(Guid.Empty, "cohort"), EntityId.Derive<RoundId>(Guid.Empty, "round"),
        EntityId.Derive<ParticipantId>(Guid.Empty, "mentor"), EntityId.Derive<ParticipantId>(Guid.Empty, "mentee"),
        PairingStage.Active, 1, 1, 1, 1, 0, null, DateTimeOffset.UnixEpoch);

    private static Change Opened(Func<Task<PairingRow?>> read) => new(
        new FactRecord(
            1, Tenant, $"Pairing/{Tenant}/{Pairing}", 1, DateTimeOffset.UnixEpoch, "system:test",
            new EscalationOpened(Pairing, 1, EscalationHandler.ProgramManager)),
        read);

    private LiveChanges Changes() => new(hub, new GrainReader(null!), new GuardedViews(null!, null!, TimeProvider.System), TimeProvider.System);
}
