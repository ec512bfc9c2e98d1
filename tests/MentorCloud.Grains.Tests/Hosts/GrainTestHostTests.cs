using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;

namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>What every grain host must do alike: states, filters, refusals and reminders.</summary>
public sealed class GrainTestHostTests
{
    private readonly TenantId tenant = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(56));

    private string TenantKey => GrainKey.Of(tenant, tenant);

    private Actor Operator => Actor.System(tenant, "test");

    [Fact]
    public async Task State_is_read_again_after_every_grain_slept()
    {
        await using var host = await GrainTestHosts.StartAsync();
        await CreateAsync(host);

        await host.SleepAllAsync();

        var state = (await host.Grains.GetGrain<ITenantGrain>(TenantKey).Get(Operator)).OrThrow();
        Assert.Equal(("Test", TenantStatus.Active), (state.Name, state.Status));
    }

    [Fact]
    public async Task Repeated_command_is_answered_and_tells_nothing_twice()
    {
        await using var host = await GrainTestHosts.StartAsync();
        await CreateAsync(host);
        await host.SleepAllAsync();

        await CreateAsync(host);

        Assert.Single(host.Ports.Facts.Of($"Tenant/{TenantKey}"));
    }

    [Fact]
    public async Task Outbox_that_nobody_takes_refuses_commands_at_its_bound_and_goes_on_when_taken()
    {
        await using var host = await GrainTestHosts.StartAsync();
        await CreateAsync(host);
        var grain = host.Grains.GetGrain<ITenantGrain>(TenantKey);
        host.Ports.Facts.Refuses = true;
        for (var i = 0; i < Envelope<TenantState>.MostUnpublished; i++)
        {
            (await ToggleAsync(grain, i)).OrThrow();
        }

        var refused = await ToggleAsync(grain, 0);
        var before = (await grain.Get(Operator)).OrThrow();
        host.Ports.Facts.Refuses = false;
        await host.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(ErrorCodes.StorageUnavailable, refused.Refusal?.Code);
        Assert.Equal(TenantStatus.Active, before.Status);
        Assert.Equal(TenantStatus.Suspended, (await ToggleAsync(grain, 0)).OrThrow().Status);
        Assert.Equal(Envelope<TenantState>.MostUnpublished + 2, host.Ports.Facts.Of($"Tenant/{TenantKey}").Length);
    }

    [Fact]
    public async Task Refusal_of_the_filter_reaches_the_caller_with_code_and_message()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var foreign = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(55));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.Grains.GetGrain<ITenantGrain>(TenantKey).Get(Actor.System(foreign, "test")));

        Assert.Equal(ErrorCodes.NotFound, refused.Refusal.Code);
        Assert.Equal("There is no such thing in your tenant.", refused.Refusal.Message);
    }

    [Fact]
    public async Task Refusal_of_the_domain_is_an_answer()
    {
        await using var host = await GrainTestHosts.StartAsync();

        var reply = await host.Grains.GetGrain<ITenantGrain>(TenantKey).Get(Operator);

        Assert.Equal(ErrorCodes.NotFound, reply.Refusal?.Code);
    }

    [Fact]
    public async Task Outbox_that_could_not_be_published_leaves_with_the_reminder()
    {
        await using var host = await GrainTestHosts.StartAsync();
        host.Ports.Facts.Refuses = true;
        await CreateAsync(host);
        await host.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(host.Ports.Facts.All);
        await host.SleepAllAsync();

        host.Ports.Facts.Refuses = false;
        await host.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal([1L], host.Ports.Facts.Of($"Tenant/{TenantKey}").Select(entry => entry.Sequence));
        var attempts = host.Ports.Facts.Attempts;
        await host.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(attempts, host.Ports.Facts.Attempts);
    }

    private Task<Reply<TenantState>> ToggleAsync(ITenantGrain grain, int number) =>
        number % 2 == 0 ? grain.Suspend(Operator, default, "test") : grain.Resume(Operator, default);

    private async Task CreateAsync(IGrainTestHost host)
    {
        var id = EntityId.Derive<CommandId>(tenant.Value, "create");
        (await host.Grains.GetGrain<ITenantGrain>(TenantKey).Create(Operator, id, new CreateTenant("Test", "test", "Europe/Oslo"))).OrThrow();
    }
}
