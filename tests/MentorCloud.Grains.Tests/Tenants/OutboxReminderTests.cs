using System.Collections.Concurrent;
using MentorCloud.Grains.State;
using MentorCloud.Grains.Tests.Hosts;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.Tenants;

/// <summary>The reminder comes back to an outbox until the write that empties it has succeeded.</summary>
public sealed class OutboxReminderTests
{
    private static readonly TimeSpan FewMinutes = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Outbox_whose_acknowledgement_failed_is_emptied_by_a_later_reminder()
    {
        var fails = true;
        var reached = new ConcurrentQueue<string>();
        await using var host = await GrainTestHosts.StartAsync(new GrainTestPorts
        {
            Reached = point =>
            {
                reached.Enqueue(point);
                if (Volatile.Read(ref fails) && point == PublicationPoint.BeforeAcknowledge)
                {
                    throw new IOException("The disk is full.");
                }
            },
        });
        await Company.FoundAsync(host);
        await host.PassAsync(FewMinutes);
        Assert.Contains(PublicationPoint.BeforeAcknowledge, reached);
        Assert.DoesNotContain(PublicationPoint.AfterAcknowledge, reached);

        Volatile.Write(ref fails, false);
        await host.PassAsync(FewMinutes);

        Assert.Contains(PublicationPoint.AfterAcknowledge, reached);
    }
}
