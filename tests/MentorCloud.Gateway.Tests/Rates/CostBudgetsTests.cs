using MentorCloud.Contracts.Access;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Hosting;
using MentorCloud.Gateway.Rates;
using MentorCloud.Testing;
using Microsoft.Extensions.Options;

namespace MentorCloud.Gateway.Tests.Rates;

public sealed class CostBudgetsTests
{
    private readonly ManualTimeProvider clock = new();
    private readonly TenantId tenant;
    private readonly Actor client;
    private readonly CostBudgets budgets;

    public CostBudgetsTests()
    {
        tenant = EntityId.New<TenantId>(clock.GetUtcNow());
        client = Actor.Client(tenant, "one", Scope.None);
        budgets = new CostBudgets(Options.Create(new GatewayOptions { AccountPointsPerMinute = 600, TenantPointsPerMinute = 1000 }), clock);
    }

    [Fact]
    public void Budget_spent_is_refused_with_headers_and_fills_with_the_clock()
    {
        Assert.True(Charge(client, 400).Spent);
        Assert.Equal(new RateLimit(400, 200, clock.GetUtcNow().AddSeconds(40)), budgets.Read(tenant, client.ToString(), 400));

        var refused = Charge(client, 250);
        Assert.False(refused.Spent);
        Assert.Equal(5, refused.Seconds);
        Assert.Equal("5", Header(refused, "Retry-After"));
        Assert.Equal("\"account\";r=200;t=40", Header(refused, "RateLimit"));
        Assert.Equal("\"account\";q=600;w=60, \"tenant\";q=1000;w=60", Header(refused, "RateLimit-Policy"));

        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(Charge(client, 250).Spent);
        Assert.Equal(0, budgets.Read(tenant, client.ToString(), 0).Remaining);
        clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(600, budgets.Read(tenant, client.ToString(), 0).Remaining);
    }

    [Fact]
    public void Clock_that_is_set_forward_gives_no_points()
    {
        Assert.True(Charge(client, 600).Spent);
        clock.SetWallClock(clock.GetUtcNow().AddHours(1));

        Assert.False(Charge(client, 1).Spent);
    }

    [Fact]
    public void Tenant_that_is_spent_refuses_its_other_accounts_and_no_other_tenant()
    {
        Assert.True(Charge(client, 600).Spent);
        Assert.True(Charge(Actor.Client(tenant, "two", Scope.None), 400).Spent);
        var refused = Charge(Actor.Client(tenant, "three", Scope.None), 1);
        Assert.Equal((false, "\"tenant\";r=0;t=60"), (refused.Spent, Header(refused, "RateLimit")));

        var other = EntityId.New<TenantId>(clock.GetUtcNow());
        Assert.True(Charge(Actor.Client(other, "one", Scope.None), 600).Spent);
    }

    private static string Header(BudgetAnswer answer, string name) => answer.Headers.Single(header => header.Key == name).Value;

    private BudgetAnswer Charge(Actor actor, int points) => budgets.Charge(actor.Tenant!.Value, actor.ToString(), points);
}
