using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Subscriptions;
using MentorCloud.GraphQL.Subscriptions;
using MentorCloud.Integration.Tests.Clocked;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Subscriptions;

/// <summary>More events than a subscriber takes, on the real server: they are dropped with a reason, and what comes later waits nowhere.</summary>
[Collection(ClockedCollection.Name)]
public sealed class SlowConsumerTests(ClockedServer server)
{
    /// <summary>Far more than a queue and the buffers of a connection hold.</summary>
    private const int Most = 20_000;

    private const int Queue = 256;

    private static readonly string Large = "subscription($pairing: ID!) { pairingChanged(pairing: $pairing) { "
        + string.Concat(Enumerable.Range(0, 90).Select(number => $"a{number}: mentor {{ name title division location timeZone }} ")) + "} }";

    [Fact]
    public async Task Subscriber_who_falls_behind_is_dropped_and_told_why_after_what_had_come()
    {
        using var mentor = await server.Demo.MentorAsync(server.Address);
        var pairing = await LiveTests.PairingAsync(mentor);
        GlobalId.TryRead<PairingId>(pairing, "Pairing", out var id);
        GlobalId.TryRead<TenantId>(server.Demo.Id, "Tenant", out var tenant);
        var topic = ChangeTopic.Of(tenant, "Pairing", id);
        var hub = server.Services.GetRequiredService<EventHub<ChangeTopic, Change>>();
        // Those of earlier tests who hung up may be seen to have gone only now; they would take events too.
        await Processes.Poll.UntilAsync("nobody to listen", Processes.HostProgram.Bound, () => Task.FromResult(hub.TopicCount == 0 ? "quiet" : null));
        using var events = await mentor.SubscribeAsync(Large, new { pairing });
        await events.DataAsync();

        var published = 0;
        var change = new Change(new FactRecord(1, tenant, $"Pairing/{tenant}/{id}", 1, server.Now, "system:test", new ContractDrafted(id, 1)));
        while (hub.Publish(topic, change) > 0)
        {
            Assert.True(++published < Most, "The subscriber was never dropped.");
        }

        // What is published later waits nowhere.
        Assert.True(published >= Queue);
        Assert.Equal(0, hub.Publish(topic, change));
        var read = 0;
        string? code;
        while ((code = await events.CodeOrNullAsync()) is null) read++;
        Assert.Equal("SLOW_CONSUMER", code);
        Assert.Equal(published, read);
    }
}
