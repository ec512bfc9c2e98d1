using System.Collections.Concurrent;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.State;
using MentorCloud.Grains.Tests.Hosts;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.People;

/// <summary>An erasure cleans files only when no row of before is left in the person's own envelope.</summary>
public sealed class ClearOutboxTests
{
    [Fact]
    public async Task Outbox_is_published_and_leaves_the_envelope_at_once_or_the_call_fails()
    {
        var facts = new FactsInMemory();
        var reached = new ConcurrentQueue<string>();
        await using var host = await GrainTestHosts.StartAsync(new GrainTestPorts { Publisher = facts, Reached = reached.Enqueue });
        var company = await Company.FoundAsync(host);
        await host.PassAsync(TimeSpan.FromMinutes(5));
        facts.Refuses = true;
        var person = company.Participant(await company.RegisterAsync("E-1"));
        var system = Actor.System(company.Tenant, "erasure");
        reached.Clear();

        await Assert.ThrowsAnyAsync<Exception>(() => person.ClearOutbox(system));
        Assert.DoesNotContain(PublicationPoint.AfterAcknowledge, reached);

        facts.Refuses = false;
        (await person.ClearOutbox(system)).OrThrow();
        Assert.Equal([PublicationPoint.AfterAcknowledge], reached.Where(point => point == PublicationPoint.AfterAcknowledge));
        Assert.NotEmpty(facts.Of($"Participant/{person.GetPrimaryKeyString()}"));
        (await person.ClearOutbox(system)).OrThrow();
        Assert.Single(reached, point => point == PublicationPoint.AfterAcknowledge);
    }

    [Fact]
    public async Task Nobody_but_the_system_clears_outboxes()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var company = await Company.FoundAsync(host);
        var person = company.Participant(await company.RegisterAsync("E-1"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => person.ClearOutbox(company.Admin));

        Assert.Equal(ErrorCodes.Forbidden, refused.Refusal.Code);
    }
}
