using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Tenants;

public sealed class DelegationTests
{
    private static readonly AccountId Manager = Sample.Id<AccountId>(7);
    private static readonly ImmutableArray<CohortId> Cohorts = [Sample.Id<CohortId>(1), Sample.Id<CohortId>(2)];
    private static readonly TenantState Tenant = new()
    {
        Id = Sample.Tenant, Name = "Company", Slug = "company", TimeZone = "Etc/UTC", CreatedAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void Later_limit_replaces_the_earlier_one_and_null_lifts_it()
    {
        var limited = TenantDecisions.Delegate(Tenant, Manager, Cohorts).State!;
        var again = TenantDecisions.Delegate(limited, Manager, [Cohorts[0]]).State!;
        Assert.Equal(Cohorts[0], Assert.Single(Assert.Single(again.Delegations).Cohorts));
        Assert.Empty(TenantDecisions.Delegate(again, Manager, null).State!.Delegations);
    }

    [Fact]
    public void Cohorts_named_twice_too_many_and_of_a_suspended_tenant_are_refused()
    {
        Assert.Equal((ErrorCodes.InputInvalid, "cohorts"), Code(Tenant, [Cohorts[0], Cohorts[0]]));
        Assert.Equal((ErrorCodes.LimitReached, "cohorts"), Code(Tenant, [.. Enumerable.Range(1, TenantDecisions.MostDelegated + 1).Select(Sample.Id<CohortId>)]));
        Assert.Equal(ErrorCodes.TenantSuspended, Code(Tenant with { Status = TenantStatus.Suspended }, Cohorts).Code);
    }

    [Fact]
    public void Limited_manager_reaches_their_cohorts_and_what_is_in_none()
    {
        var limited = Sample.AsManager.LimitedTo([Cohorts[0]]);
        Assert.True(limited.Reaches([Cohorts[0], Cohorts[1]]));
        Assert.True(limited.Reaches([]));
        Assert.False(limited.Reaches([Cohorts[1]]));
        Assert.False(limited.LimitedTo([]).Reaches([Cohorts[0]]));
        Assert.True(Sample.AsManager.Reaches([Cohorts[1]]));
    }

    [Fact]
    public void Limited_manager_may_nothing_that_concerns_the_whole_tenant()
    {
        var limited = Sample.AsManager.LimitedTo(Cohorts);
        Assert.All(Policy.All.Where(rule => rule.WholeTenant), rule => Assert.Equal((true, false), (rule.Allows(Sample.AsManager), rule.Allows(limited))));
        Assert.Contains(Policy.All, rule => rule.WholeTenant);
    }

    [Fact]
    public void Limited_manager_has_a_partners_rights_in_what_is_their_own()
    {
        var both = Actor.User(Sample.Tenant, Sample.Id<AccountId>(1), Role.ProgramManager | Role.Mentor | Role.Sponsor).LimitedTo([Cohorts[0]]);
        Assert.Equal(both, both.In([Cohorts[0]]));
        Assert.Equal(Role.Mentor, both.In([Cohorts[1]]).Roles);
        Assert.Null(both.AsPartner().Cohorts);
        Assert.All(Policy.All, rule => Assert.Equal(rule.Roles.HasFlag(Role.Mentor), rule.Allows(both.AsPartner())));
        Assert.DoesNotContain(Policy.All, rule => rule.Allows(Sample.AsManager.LimitedTo([]).AsPartner()));
    }

    private static (string Code, string? Field) Code(TenantState tenant, ImmutableArray<CohortId> cohorts)
    {
        var refusal = TenantDecisions.Delegate(tenant, Manager, cohorts).Refusal!;
        return (refusal.Code, refusal.Field);
    }
}
