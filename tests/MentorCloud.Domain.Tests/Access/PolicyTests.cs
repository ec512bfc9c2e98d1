using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Access;

public sealed class PolicyTests
{
    public static TheoryData<string> Operations => [.. Policy.All.Select(rule => rule.Operation)];

    [Fact]
    public void Operations_are_unique() => Assert.Distinct(Policy.All.Select(rule => rule.Operation));

    [Fact]
    public void An_operation_that_is_not_in_the_table_is_refused_to_everybody()
    {
        var all = Actor.User(Sample.Tenant, Sample.Id<Domain.Identifiers.AccountId>(1), (Role)int.MaxValue);
        Assert.Equal(ErrorCodes.Forbidden, Policy.Refuse("Pairing.Delete", all)!.Code);
        Assert.Equal(ErrorCodes.Forbidden, Policy.Refuse("Pairing.Delete", Sample.AsSystem)!.Code);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Nobody_may_do_anything_without_login_role_or_scope(string operation)
    {
        Assert.Equal(ErrorCodes.Unauthenticated, Policy.Refuse(operation, Actor.Anonymous)!.Code);
        var user = Actor.User(Sample.Tenant, Sample.Id<Domain.Identifiers.AccountId>(1), Role.None);
        Assert.Equal(ErrorCodes.Forbidden, Policy.Refuse(operation, user)!.Code);
        Assert.Equal(ErrorCodes.Forbidden, Policy.Refuse(operation, Actor.Client(Sample.Tenant, "c", Scope.None))!.Code);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void No_client_with_a_read_scope_writes(string operation)
    {
        var client = Actor.Client(Sample.Tenant, "c", Scope.ProgramsRead);
        Assert.True(Policy.Find(operation)!.Mode == AccessMode.Read || Policy.Refuse(operation, client) is not null);
    }

    [Theory]
    [InlineData("Pairing.SignContract", true, false, false)]
    [InlineData("Cohort.Open", false, true, false)]
    [InlineData("Pairing.Get", true, true, true)]
    [InlineData("Participant.ReserveSlot", false, false, false)]
    [InlineData("Accounts.Manage", false, false, false)]
    [InlineData("Views.Rounds", false, true, true)]
    public void Roles_pass_as_the_table_says(string operation, bool mentor, bool manager, bool sponsor)
    {
        Assert.Equal(mentor, Policy.Refuse(operation, Sample.AsMentor) is null);
        Assert.Equal(manager, Policy.Refuse(operation, Sample.AsManager) is null);
        Assert.Equal(sponsor, Policy.Refuse(operation, Sample.AsSponsor) is null);
    }

    [Fact]
    public void A_platform_operator_sees_no_tenants_content()
    {
        var operatorActor = Actor.User(Sample.Tenant, Sample.Id<Domain.Identifiers.AccountId>(1), Role.PlatformOperator);
        Assert.All(Policy.All, rule => Assert.Equal(rule.Operation == "BreakGlass.Open", rule.Allows(operatorActor)));
    }

    [Fact]
    public void Break_glass_access_reads_what_an_admin_reads_but_words_for_people_and_changes_nothing()
    {
        var inside = Actor.Operator(Sample.Tenant, Sample.Id<Domain.Identifiers.AccountId>(1));
        var admin = Actor.User(Sample.Tenant, Sample.Id<Domain.Identifiers.AccountId>(2), Role.TenantAdmin);
        Assert.All(Policy.All, rule => Assert.Equal(rule.Mode == AccessMode.Read && !rule.People && rule.Allows(admin), rule.Allows(inside)));
    }

    [Theory]
    [InlineData("programs:read accounts:write", Scope.ProgramsRead | Scope.AccountsWrite, true)]
    [InlineData(null, Scope.None, true)]
    [InlineData("programs:delete", Scope.None, false)]
    [InlineData("Programs:Read", Scope.None, false)]
    public void Scopes_are_read_by_their_names_alone(string? text, Scope scopes, bool right)
    {
        Assert.Equal(right, ScopeNames.TryRead(text, out var read));
        Assert.Equal(scopes, right ? read : Scope.None);
    }
}
