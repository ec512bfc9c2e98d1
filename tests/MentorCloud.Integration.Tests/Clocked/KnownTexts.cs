using System.Collections.Concurrent;
using MentorCloud.Contracts.Logins;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>The DNS as a test has set it; empty at first.</summary>
internal sealed class KnownTexts : IDomainRecords
{
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <summary>Puts a TXT record in.</summary>
    public void Add(string name, string text) => texts[name] = text;

    public Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(texts.TryGetValue(name, out var text) ? [text] : []);
}
