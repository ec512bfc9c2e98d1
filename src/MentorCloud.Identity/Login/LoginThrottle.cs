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

    /// <summary>Under one lock, which is held for a look-up at a time: the check of a password takes a hundred thousand times as long.</summary>
    private readonly Dictionary<string, Failures> _failures = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>How often all counters were gone through.</summary>
    internal int Sweeps { get; private set; }

    /// <summary>How long this attempt must still wait; zero when it may be made.</summary>
    public TimeSpan Wait(LoginAttempt attempt)
    {
        var (keys, now, longest) = (Keys(attempt), time.GetUtcNow(), TimeSpan.Zero);
        lock (_gate)
        {
            foreach (var (key, _) in keys)
            {
                if (_failures.TryGetValue(key, out var failures) && failures.Until - now > longest)
                {
                    longest = failures.Until - now;
                }
            }
        }

        return longest;
    }

    public void Failed(LoginAttempt attempt)
    {
        var (keys, now) = (Keys(attempt), time.GetUtcNow());
        lock (_gate)
        {
            MakeRoom(now);
            foreach (var (key, free) in keys)
            {
                _failures[key] = _failures.TryGetValue(key, out var before) ? before.Next(now, free) : Failures.First(now, free);
            }
        }
    }

    /// <summary>Forgets the failures at this account, and takes the attempt back from its source: a whole company may log in from one address.</summary>
    public void Succeeded(LoginAttempt attempt)
    {
        var keys = KeysOfAccount(attempt);
        lock (_gate)
        {
            foreach (var (key, _) in keys)
            {
                _failures.Remove(key);
            }
        }

        SpareSource(attempt);
    }

    /// <summary>Takes the attempt back from its source alone: nothing was wrong with it, but it must look like a failure.</summary>
    public void SpareSource(LoginAttempt attempt)
    {
        var keys = KeysOfSource(attempt);
        lock (_gate)
        {
            foreach (var (key, _) in keys)
            {
                if (_failures.TryGetValue(key, out var failures))
                {
                    _failures[key] = failures with { Count = Math.Max(0, failures.Count - 1) };
                }
            }
        }
    }

    private static (string Key, int Free)[] Keys(LoginAttempt attempt) => [.. KeysOfAccount(attempt), .. KeysOfSource(attempt)];

    private static (string Key, int Free)[] KeysOfAccount(LoginAttempt attempt) => attempt switch
    {
        { Account: null } => [],
        { Device: { } device } => [(Secrets.Hash($"device|{device}|{attempt.Account}"), FreeByAccount)],
        _ => [(Secrets.Hash($"pair|{attempt.Source}|{attempt.Account}"), FreeByAccount)],
    };

    private static (string Key, int Free)[] KeysOfSource(LoginAttempt attempt) =>
        attempt.Device is null ? [(Secrets.Hash($"source|{attempt.Source}"), FreeBySource)] : [];

    /// <summary>
    /// When all is full, drops what is over, and then the tenth that failed longest ago: so that whoever fills it makes the
    /// next sweep necessary only after ten thousand counters more, and drops the newest failures of nobody.
    /// </summary>
    private void MakeRoom(DateTimeOffset now)
    {
        if (_failures.Count < MostKept)
        {
            return;
        }

        Sweeps++;
        var longestAgo = _failures.OrderBy(entry => entry.Value.Last).Select((entry, place) => (entry, place))
            .TakeWhile(each => each.place < MostKept / 10 || each.entry.Value.Last + Forgotten < now).Select(each => each.entry.Key).ToList();
        longestAgo.ForEach(key => _failures.Remove(key));
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
