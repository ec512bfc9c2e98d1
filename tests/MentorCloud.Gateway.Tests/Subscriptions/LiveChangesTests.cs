using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
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
    private readonly EventHub<ChangeTopic, FactRecord> hub = new();

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
        var fact = new EscalationOpened(Pairing, 1, EscalationHandler.ProgramManager);
        var record = new FactRecord(1, Tenant, $"Pairing/{Tenant}/{Pairing}", 1, DateTimeOffset.UnixEpoch, "system:test", fact);
        Assert.Equal(1, hub.Publish(ChangeTopic.Escalations(Tenant), record));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => next);
        Assert.Equal(0, hub.TopicCount);
        return refused.Refusal.Code;
    }

    private LiveChanges Changes() => new(hub, new GrainReader(null!), new GuardedViews(null!, null!, TimeProvider.System), TimeProvider.System);
}
