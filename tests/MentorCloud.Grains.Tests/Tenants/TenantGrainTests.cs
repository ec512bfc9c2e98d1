using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;
using MentorCloud.Grains.Tests.Hosts;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.Tenants;

public sealed class TenantGrainTests
{
    [Fact]
    public async Task Suspended_tenant_is_read_and_not_written_until_it_is_resumed()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var company = await Company.FoundAsync(host);
        var mentee = await company.RegisterAsync("E-1");
        (await company.TenantGrain.Suspend(company.Operator, company.NextCommand(), "Unpaid")).OrThrow();
        await host.SleepAllAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => company.RegisterAsync("E-2"));
        Assert.Equal(ErrorCodes.TenantSuspended, refused.Refusal.Code);
        Assert.Equal("E-1", (await company.Participant(mentee).Get(company.Admin)).OrThrow().Profile.ExternalId);

        (await company.TenantGrain.Resume(company.Operator, company.NextCommand())).OrThrow();
        await company.RegisterAsync("E-2");
    }

    [Fact]
    public async Task Tenant_is_created_once()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var company = await Company.FoundAsync(host);

        var again = await company.TenantGrain.Create(company.Operator, company.NextCommand(), new CreateTenant("Other", "other", "Europe/Oslo"));

        Assert.Equal(ErrorCodes.AlreadyExists, again.Refusal?.Code);
    }

    [Fact]
    public async Task Command_id_used_for_another_input_is_refused()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var company = await Company.FoundAsync(host);
        var id = company.NextCommand();
        (await company.TenantGrain.Suspend(company.Operator, id, "Unpaid")).OrThrow();

        var other = await company.TenantGrain.Suspend(company.Operator, id, "Another reason");

        Assert.Equal((ErrorCodes.IdempotencyKeyReused, "idempotencyKey"), (other.Refusal?.Code, other.Refusal?.Field));
    }
}
