using System.Globalization;
using MentorCloud.Contracts.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Hosting;
using Microsoft.Extensions.Options;

namespace MentorCloud.Gateway.Rates;

/// <summary>What each account and each tenant may spend, in this process's memory.</summary>
internal sealed class CostBudgets(IOptions<GatewayOptions> options, TimeProvider clock) : IBudgets
{
    /// <summary>Above so many, those that are full are forgotten: a full one is as good as a new one.</summary>
    private const int Most = 10_000;

    private readonly Lock guard = new();
    private readonly Dictionary<(TenantId Tenant, string? Account), CostBucket> buckets = [];
    private readonly (int Account, int Tenant) points = (options.Value.AccountPointsPerMinute, options.Value.TenantPointsPerMinute);
    private readonly long start = clock.GetTimestamp();
    private readonly string policy = string.Create(
        CultureInfo.InvariantCulture, $"\"account\";q={options.Value.AccountPointsPerMinute};w=60, \"tenant\";q={options.Value.TenantPointsPerMinute};w=60");

    private TimeSpan swept;

    public BudgetAnswer Charge(TenantId tenant, string account, int points)
    {
        TimeSpan wait;
        (string Policy, RateLimit Limit) left;
        lock (guard)
        {
            var now = Now;
            var (own, all) = BucketsOf(tenant, account, now);
            wait = Take(own, all, points, now);
            left = Tighter(own, all, points, now);
        }

        return new BudgetAnswer(wait, left.Limit.Remaining, Headers(left, wait));
    }

    /// <summary>How the caller's budget stands.</summary>
    /// <param name="tenant">The caller's tenant.</param>
    /// <param name="account">The caller.</param>
    /// <param name="cost">What the operation that asks has cost.</param>
    /// <returns>The tighter budget.</returns>
    public RateLimit Read(TenantId tenant, string account, int cost)
    {
        lock (guard)
        {
            var now = Now;
            var (own, all) = BucketsOf(tenant, account, now);
            return Tighter(own, all, cost, now).Limit;
        }
    }

    /// <summary>Of the running process: a wall clock that is set gives no points and takes none.</summary>
    private TimeSpan Now => clock.GetElapsedTime(start);

    private static string Seconds(TimeSpan span) => Math.Ceiling(span.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private (CostBucket Account, CostBucket Tenant) BucketsOf(TenantId tenant, string account, TimeSpan now)
    {
        Sweep(now);
        return (Bucket((tenant, account), points.Account), Bucket((tenant, null), points.Tenant));
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
        var (name, bucket) = tenant.Remaining(now) < account.Remaining(now) ? ("tenant", tenant) : ("account", account);
        return (name, new RateLimit(cost, bucket.Remaining(now), clock.GetUtcNow() + bucket.UntilFull(now)));
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

    private List<KeyValuePair<string, string>> Headers((string Policy, RateLimit Limit) left, TimeSpan wait)
    {
        var reset = Seconds(left.Limit.ResetAt - clock.GetUtcNow());
        var limit = string.Create(CultureInfo.InvariantCulture, $"\"{left.Policy}\";r={left.Limit.Remaining};t={reset}");
        List<KeyValuePair<string, string>> headers = [new("RateLimit-Policy", policy), new("RateLimit", limit)];
        if (wait > TimeSpan.Zero)
        {
            headers.Add(new("Retry-After", Seconds(wait)));
        }

        return headers;
    }
}
