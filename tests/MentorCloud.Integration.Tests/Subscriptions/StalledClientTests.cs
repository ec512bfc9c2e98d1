using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Subscriptions;
using MentorCloud.GraphQL.Subscriptions;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Subscriptions;

/// <summary>Clients that stop reading their sockets, on the real server: they take a bounded queue, delay nobody, and are cut off.</summary>
[Collection(ClockedCollection.Name)]
public sealed class StalledClientTests(ClockedServer server)
{
    private const int Queue = 256;

    /// <summary>Events of 30 KB: a full queue of them is more than a connection's buffers hold, so whoever reads nothing is met by a wait.</summary>
    private static readonly string Large = "subscription($pairing: ID!) { pairingChanged(pairing: $pairing) { " + string.Concat(Enumerable.Range(0, 90).Select(number =>
        $"a{number}: mentor {{ id externalId kind name title division location timeZone hoursPerMonth maxMentees load registeredAt __typename }} ")) + "} }";

    [Fact]
    public async Task Clients_that_stop_reading_hold_up_nobody_and_are_cut_off()
    {
        using var mentor = await server.Demo.MentorAsync(server.Address);
        var subject = new { pairing = await LiveTests.PairingAsync(mentor) };
        var token = await GraphQLClient.TokenAsync(
            server.Address, server.Demo.Login.GetProperty("clientId").GetString()!, server.Demo.Login.GetProperty("clientSecret").GetString()!);
        using var stalledEvents = await RareReader.ByEventsAsync(server.Address, token, Large, subject);
        using var stalledSocket = await RareReader.BySocketAsync(server.Address, token, Large, subject);
        using var events = await RareReader.ByEventsAsync(server.Address, token, Large, subject);
        using var socket = await RareReader.BySocketAsync(server.Address, token, Large, subject);

        // The two who read have each event before the next one is published, to the end of those who do not.
        var (published, reached) = (0, 4);
        while (reached > 2)
        {
            reached = Publish(subject.pairing);
            published++;
            await events.EventAsync();
            await socket.EventAsync();
        }

        Assert.True(published > Queue, $"Only {published} events were published.");
        await Poll.UntilAsync("both connections to be cut", HostProgram.Bound, () =>
        {
            server.Tick();
            return Task.FromResult(stalledEvents.IsCut && stalledSocket.IsCut ? "cut" : null);
        });
        Assert.True(await stalledEvents.EndsWithoutFarewellAsync());
        Assert.True(await stalledSocket.EndsWithoutFarewellAsync());
        Assert.False(events.IsCut || socket.IsCut);
    }

    private int Publish(string pairing)
    {
        GlobalId.TryRead<PairingId>(pairing, "Pairing", out var id);
        GlobalId.TryRead<TenantId>(server.Demo.Id, "Tenant", out var tenant);
        var change = new Change(new FactRecord(1, tenant, $"Pairing/{tenant}/{id}", 1, server.Now, "system:test", new ContractDrafted(id, 1)));
        return server.Services.GetRequiredService<EventHub<ChangeTopic, Change>>().Publish(ChangeTopic.Of(tenant, "Pairing", id), change);
    }
}
