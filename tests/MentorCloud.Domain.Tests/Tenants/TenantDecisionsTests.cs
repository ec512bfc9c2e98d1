using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Tenants;

public sealed class TenantDecisionsTests
{
    private static readonly CreateTenant Wanted = new("Acme", "acme", "Europe/Warsaw");

    [Fact]
    public void Create_makes_an_active_tenant()
    {
        var tenant = Create(Wanted).Ok();
        Assert.Equal((TenantStatus.Active, "acme", 0), (tenant.Status, tenant.Slug, tenant.FrameworkVersion));
    }

    [Theory]
    [InlineData("", "acme", "Europe/Warsaw", "name")]
    [InlineData("Acme", "ac", "Europe/Warsaw", "slug")]
    [InlineData("Acme", "Acme", "Europe/Warsaw", "slug")]
    [InlineData("Acme", "-acme", "Europe/Warsaw", "slug")]
    [InlineData("Acme", "acme", "Mars/Olympus", "timeZone")]
    [InlineData("Acme", "acme", "W. Europe Standard Time", "timeZone")]
    public void Create_with_a_wrong_field_names_it(string name, string slug, string zone, string field) =>
        Assert.Equal(field, Create(new CreateTenant(name, slug, zone)).Refused(ErrorCodes.InputInvalid).Field);

    [Fact]
    public void Create_again_is_refused() =>
        TenantDecisions.Create(Create(Wanted).Ok(), Sample.Tenant, Wanted, Sample.Start).Refused(ErrorCodes.AlreadyExists);

    [Fact]
    public void AdoptFramework_counts_versions_and_changes_nothing_when_repeated()
    {
        var (first, second) = (Sample.Id<FrameworkId>(1), Sample.Id<FrameworkId>(2));
        var once = TenantDecisions.AdoptFramework(Create(Wanted).Ok(), first).Ok();
        var again = TenantDecisions.AdoptFramework(once, first);
        Assert.Same(once, again.State);
        Assert.Empty(again.Facts);
        Assert.Equal(2, TenantDecisions.AdoptFramework(once, second).Ok().FrameworkVersion);
    }

    [Fact]
    public void Suspend_and_resume_keep_everything_else()
    {
        var tenant = Create(Wanted).Ok();
        var suspended = TenantDecisions.Suspend(tenant, "unpaid").Ok();
        Assert.Equal(TenantStatus.Suspended, suspended.Status);
        Assert.Equal(tenant, TenantDecisions.Resume(suspended).Ok());
        Assert.Empty(TenantDecisions.Suspend(suspended, "unpaid").Facts);
    }

    private static Decision<TenantState> Create(CreateTenant command) =>
        TenantDecisions.Create(null, Sample.Tenant, command, Sample.Start);
}
