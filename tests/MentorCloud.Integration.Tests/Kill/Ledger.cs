using System.Collections.Concurrent;

namespace MentorCloud.Integration.Tests.Kill;

/// <summary>What writers asked for and what the server acknowledged, kept where the kill does not reach.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, string?> ids = new(StringComparer.Ordinal);

    /// <summary>Keys whose answer never came.</summary>
    public IReadOnlyList<string> Unanswered => [.. ids.Where(each => each.Value is null).Select(each => each.Key).Order(StringComparer.Ordinal)];

    /// <summary>Every key with the id that the server gave.</summary>
    public IReadOnlyDictionary<string, string> Answered =>
        ids.Where(each => each.Value is not null).ToDictionary(each => each.Key, each => each.Value!, StringComparer.Ordinal);

    /// <summary>The name of a key's cohort.</summary>
    public static string NameOf(string key) => $"Cohort {key}";

    public void Attempted(string key) => ids.TryAdd(key, null);

    public void Acknowledged(string key, string id) => ids[key] = id;
}
