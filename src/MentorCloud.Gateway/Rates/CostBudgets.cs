using System.Globalization;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Hosting;
using MentorCloud.GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ErrorCodes = MentorCloud.Domain.Refusals.ErrorCodes;

namespace MentorCloud.Gateway.Rates;

/// <summary>
/// What each account and each tenant may spend on GraphQL, in this process's memory. The anonymous have no budget: nothing
/// that costs the storage or the grains answers them.
/// </summary>
internal sealed class CostBudgets(IOptions<GatewayOptions> options, TimeProvider clock)
{
    /// <summary>Above so many, those that are full are forgotten: a full one is as good as a new one.</summary>
    private const int Most = 10_000;

    private readonly Lock guard = new();
    private readonly Dictionary<(TenantId Tenant, string? Account), CostBucket> buckets = [];
    private readonly (int Account, int Tenant) points = (options.Value.AccountPointsPerMinute, options.Value.TenantPointsPerMinute);
    private readonly long start = clock.GetTimestamp();
    private TimeSpan swept;

    /// <summary>Spends what an operation costs and says in headers how the budget stands.</summary>
    /// <exception cref="GraphQLException">RATE_LIMITED: too little is left; nothing is spent.</exception>
    public void Charge(Actor actor, int cost, HttpContext http)
    {
        if (actor.Tenant is not { } tenant)
        {
            return;
        }

        TimeSpan wait;
        (string Policy, RateLimit Limit) left;
        lock (guard)
        {
            var now = Now;
            var (account, all) = BucketsOf(tenant, actor, now);
            wait = Take(account, all, cost, now);
            left = Tighter(account, all, cost, now);
        }

        SetHeaders(http, left, wait);
        if (wait > TimeSpan.Zero)
        {
            throw new GraphQLException(
                $"The operation costs {cost} points; {left.Limit.Remaining} are left. Try again in {Seconds(wait)} seconds.", ErrorCodes.RateLimited);
        }
    }

    /// <summary>How the caller's budget stands.</summary>
    /// <param name="tenant">The caller's tenant.</param>
    /// <param name="actor">The caller.</param>
    /// <param name="cost">What the operation that asks has cost.</param>
    /// <returns>The tighter budget.</returns>
    public RateLimit Read(TenantId tenant, Actor actor, int cost)
    {
        lock (guard)
        {
            var now = Now;
            var (account, all) = BucketsOf(tenant, actor, now);
            return Tighter(account, all, cost, now).Limit;
        }
    }

    /// <summary>Of the running process: a wall clock that is set gives no points and takes none.</summary>
    private TimeSpan Now => clock.GetElapsedTime(start);

    private static string Seconds(TimeSpan span) => Math.Ceiling(span.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private (CostBucket Account, CostBucket Tenant) BucketsOf(TenantId tenant, Actor actor, TimeSpan now)
    {
        Sweep(now);
        return (Bucket((tenant, actor.ToString()), points.Account), Bucket((tenant, null), points.Tenant));
    }

    private CostBucket Bucket((TenantId, string?) key, int most) =>
        buckets.TryGetValue(key, out var bucket) ? bucket : buckets[key] = new CostBucket(most);

    private void Sweep(TimeSpan now)
    {
        if (buckets.Count >= Most && now - swept >= TimeSpan.FromMinutes(1))
        {
            swept = now;
            foreach (var (full, _) in buckets.Where(each => each.Value.UntilFull(now) == TimeSpan.Zero).ToList())
            {
                buckets.Remove(full);
            }
        }
    }

    private (string Policy, RateLimit Limit) Tighter(CostBucket account, CostBucket tenant, int cost, TimeSpan now)
    {
        var (policy, bucket) = tenant.Remaining(now) < account.Remaining(now) ? ("tenant", tenant) : ("account", account);
        return (policy, new RateLimit(cost, bucket.Remaining(now), clock.GetUtcNow() + bucket.UntilFull(now)));
    }

    /// <summary>Spends from both or from neither; how long until there is enough in both.</summary>
    private static TimeSpan Take(CostBucket account, CostBucket tenant, int cost, TimeSpan now)
    {
        var (one, other) = (account.Wait(cost, now), tenant.Wait(cost, now));
        if (one > TimeSpan.Zero || other > TimeSpan.Zero)
        {
            return one > other ? one : other;
        }

        account.Take(cost, now);
        tenant.Take(cost, now);
        return TimeSpan.Zero;
    }

    /// <summary>On a WebSocket the answer's headers have left long ago.</summary>
    private void SetHeaders(HttpContext http, (string Policy, RateLimit Limit) left, TimeSpan wait)
    {
        if (http.Response.HasStarted)
        {
            return;
        }

        http.Response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"account\";q={points.Account};w=60, \"tenant\";q={points.Tenant};w=60");
        var (policy, limit) = left;
        http.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={limit.Remaining};t={Seconds(limit.ResetAt - clock.GetUtcNow())}");
        if (wait > TimeSpan.Zero)
        {
            http.Response.Headers.RetryAfter = Seconds(wait);
        }
    }
}
