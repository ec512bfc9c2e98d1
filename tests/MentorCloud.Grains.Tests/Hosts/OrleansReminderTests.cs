using MentorCloud.Cluster.Serialization;
using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants;
using Orleans.TestingHost;

namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>
/// Orleans' own reminder service on the real clock: what the fixture's reminders by hand stand for. Takes the minute that
/// an outbox waits; nothing shorter can be had, as Orleans allows no shorter period.
/// </summary>
public sealed class OrleansReminderTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    private readonly TenantId tenant = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(56));

    [Fact]
    public async Task Reminder_service_of_orleans_rings_for_an_outbox_that_was_left()
    {
        var publisher = new FailsOnce();
        await using var cluster = Build(new GrainTestPorts { Publisher = publisher });
        await cluster.DeployAsync();
        var grain = cluster.Client.GetGrain<ITenantGrain>(GrainKey.Of(tenant, tenant));
        (await grain.Create(Actor.System(tenant, "test"), EntityId.Derive<CommandId>(tenant.Value, "create"), new CreateTenant("Test", "test", "Europe/Oslo"))).OrThrow();
        Assert.Equal(1, publisher.Attempts);

        await publisher.Published.WaitAsync(Bound, TimeProvider.System);

        Assert.Equal(2, publisher.Attempts);
    }

    private static InProcessTestCluster Build(GrainTestPorts ports)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureClient(client => client.Services.AddMentorCloudSerializer());
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddMentorCloudSerializer();
            silo.AddMemoryGrainStorage("grains");
            silo.UseInMemoryReminderService();
            ports.AddTo(silo.Services, TimeProvider.System);
        });
        return builder.Build();
    }

    /// <summary>Refuses what it is told at first.</summary>
    private sealed class FailsOnce : IFactPublisher
    {
        private readonly TaskCompletionSource published = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int attempts;

        public int Attempts => attempts;

        public Task Published => published.Task;

        public Task PublishAsync(TenantId tenant, string grain, IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref attempts) == 1)
            {
                return Task.FromException(new IOException("The publisher is out of order."));
            }

            published.SetResult();
            return Task.CompletedTask;
        }
    }
}
