using System.Collections.Concurrent;
using MentorCloud.Identity.Text;

namespace MentorCloud.Identity.Login;

/// <summary>
/// Slows guessing down: after a few failures each further attempt of the same source at the same account must wait, twice
/// as long each time. It counts by source and account together, and by source alone, never by account alone: so nobody
/// can lock somebody else out. A browser that logged in before counts for itself (OWASP's device cookies).
/// </summary>
internal sealed class LoginThrottle(TimeProvider time)
{
    private const int FreeByAccount = 4;
    private const int FreeBySource = 40;
    private const int MostKept = 100_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, Failures> _failures = new(StringComparer.Ordinal);

    /// <summary>How long this attempt must still wait; zero when it may be made.</summary>
    public TimeSpan Wait(LoginAttempt attempt)
    {
        var now = time.GetUtcNow();
        var longest = TimeSpan.Zero;
        foreach (var (key, _) in Keys(attempt))
        {
            if (_failures.TryGetValue(key, out var failures) && failures.Until - now > longest)
            {
                longest = failures.Until - now;
            }
        }

        return longest;
    }

    public void Failed(LoginAttempt attempt)
    {
        var now = time.GetUtcNow();
        MakeRoom(now);
        foreach (var (key, free) in Keys(attempt))
        {
            _failures.AddOrUpdate(key, _ => Failures.First(now, free), (_, before) => before.Next(now, free));
        }
    }

    /// <summary>Forgets the failures at this account, and takes the attempt back from its source: a whole company may log in from one address.</summary>
    public void Succeeded(LoginAttempt attempt)
    {
        var keys = Keys(attempt);
        _failures.TryRemove(keys[0].Key, out _);
        foreach (var (key, _) in keys[1..])
        {
            _failures.AddOrUpdate(key, _ => new Failures(0, default, default), (_, before) => before with { Count = Math.Max(0, before.Count - 1) });
        }
    }

    private static (string Key, int Free)[] Keys(LoginAttempt attempt) => attempt.Device is { } device
        ? [(Secrets.Hash($"device|{device}|{attempt.Account}"), FreeByAccount)]
        : [(Secrets.Hash($"pair|{attempt.Source}|{attempt.Account}"), FreeByAccount), (Secrets.Hash($"source|{attempt.Source}"), FreeBySource)];

    private void MakeRoom(DateTimeOffset now)
    {
        if (_failures.Count < MostKept)
        {
            return;
        }

        foreach (var (key, failures) in _failures)
        {
            if (failures.Last + Forgotten < now || _failures.Count >= MostKept)
            {
                _failures.TryRemove(key, out _);
            }
        }
    }

    private sealed record Failures(int Count, DateTimeOffset Last, DateTimeOffset Until)
    {
        public static Failures First(DateTimeOffset now, int free) => new Failures(0, now, now).Next(now, free);

        public Failures Next(DateTimeOffset now, int free)
        {
            var count = Last + Forgotten < now ? 1 : Count + 1;
            var wait = count < free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Pow(2, Math.Min(count - free, 20)));
            return new Failures(count, now, now + (wait < LongestWait ? wait : LongestWait));
        }
    }
}
