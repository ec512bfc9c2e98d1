using System.Security.Claims;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Access;

public sealed class ActorClaimsTests
{
    private const string Account = "019a0000000070008000000000000009";

    [Fact]
    public void Actor_of_a_user_has_tenant_account_roles_and_participant()
    {
        var actor = ActorClaims.ToActor(Principal(
            ("sub", Account), ("tenant", TestTenants.Acme.ToString()), ("role", "Mentor"), ("role", "TenantAdmin"), ("participant", Account)));

        Assert.Equal(
            Actor.User(TestTenants.Acme, EntityId.Parse<AccountId>(Account), Role.Mentor | Role.TenantAdmin, EntityId.Parse<ParticipantId>(Account)), actor);
    }

    [Fact]
    public void Actor_of_a_client_has_tenant_name_and_scopes() => Assert.Equal(
        Actor.Client(TestTenants.Acme, "mc_x", Scope.ProgramsRead),
        ActorClaims.ToActor(Principal(("sub", "mc_x"), ("client_id", "mc_x"), ("tenant", TestTenants.Acme.ToString()), ("scope", "programs:read"))));

    [Theory]
    [InlineData(null, "mc_x", "mc_x", "programs:read")]
    [InlineData("acme", "mc_x", "mc_x", "programs:read")]
    [InlineData("019a0000000070008000000000000001", "mc_x", "mc_y", "programs:read")]
    [InlineData("019a0000000070008000000000000001", "mc_x", "mc_x", "everything")]
    [InlineData("019a0000000070008000000000000001", null, null, "programs:read")]
    public void Actor_of_claims_that_make_no_sense_is_anonymous(string? tenant, string? subject, string? client, string scope)
    {
        var claims = new (string, string?)[] { ("tenant", tenant), ("sub", subject), ("client_id", client), ("scope", scope) };

        Assert.Equal(Actor.Anonymous, ActorClaims.ToActor(Principal([.. claims.Where(claim => claim.Item2 is not null).Select(claim => (claim.Item1, claim.Item2!))])));
    }

    [Fact]
    public void Role_unknown_or_numeric_grants_nothing()
    {
        var actor = ActorClaims.ToActor(Principal(("sub", Account), ("tenant", TestTenants.Acme.ToString()), ("role", "1"), ("role", "tenantadmin"), ("role", "Owner")));

        Assert.Equal(Role.None, actor.Roles);
    }

    [Fact]
    public void Principal_that_is_not_logged_in_is_anonymous() => Assert.Equal(
        Actor.Anonymous, ActorClaims.ToActor(new ClaimsPrincipal(new ClaimsIdentity([new("sub", Account), new("tenant", TestTenants.Acme.ToString())]))));

    private static ClaimsPrincipal Principal(params (string Type, string Value)[] claims) =>
        new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "test"));
}
