using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Hosting;
using MentorCloud.Gateway.Rates;
using MentorCloud.GraphQL;
using MentorCloud.Testing;
using Microsoft.AspNetCore.Http;
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
        budgets.Charge(client, 400, new DefaultHttpContext());
        Assert.Equal(new RateLimit(400, 200, clock.GetUtcNow().AddSeconds(40)), budgets.Read(tenant, client, 400));

        var refused = new DefaultHttpContext();
        var error = Assert.Throws<GraphQLException>(() => budgets.Charge(client, 250, refused)).Error;
        Assert.Equal("RATE_LIMITED", error.Code);
        Assert.Equal("5", refused.Response.Headers.RetryAfter.ToString());
        Assert.Equal("\"account\";r=200;t=40", refused.Response.Headers["RateLimit"].ToString());
        Assert.Equal("\"account\";q=600;w=60, \"tenant\";q=1000;w=60", refused.Response.Headers["RateLimit-Policy"].ToString());

        clock.Advance(TimeSpan.FromSeconds(5));
        budgets.Charge(client, 250, new DefaultHttpContext());
        Assert.Equal(0, budgets.Read(tenant, client, 0).Remaining);
        clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(600, budgets.Read(tenant, client, 0).Remaining);
    }

    [Fact]
    public void Clock_that_is_set_forward_gives_no_points()
    {
        budgets.Charge(client, 600, new DefaultHttpContext());
        clock.SetWallClock(clock.GetUtcNow().AddHours(1));

        Assert.Throws<GraphQLException>(() => budgets.Charge(client, 1, new DefaultHttpContext()));
    }

    [Fact]
    public void Tenant_that_is_spent_refuses_its_other_accounts_and_no_other_tenant()
    {
        budgets.Charge(client, 600, new DefaultHttpContext());
        budgets.Charge(Actor.Client(tenant, "two", Scope.None), 400, new DefaultHttpContext());
        var refused = new DefaultHttpContext();
        Assert.Throws<GraphQLException>(() => budgets.Charge(Actor.Client(tenant, "three", Scope.None), 1, refused));
        Assert.Equal("\"tenant\";r=0;t=60", refused.Response.Headers["RateLimit"].ToString());

        var other = EntityId.New<TenantId>(clock.GetUtcNow());
        budgets.Charge(Actor.Client(other, "one", Scope.None), 600, new DefaultHttpContext());
    }

    [Fact]
    public void Anonymous_callers_have_no_budget_and_no_headers()
    {
        var http = new DefaultHttpContext();
        budgets.Charge(Actor.Anonymous, int.MaxValue, http);

        Assert.Empty(http.Response.Headers);
    }
}
