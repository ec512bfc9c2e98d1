using System.Collections.Concurrent;
using System.Collections.Immutable;
using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>A publisher that keeps each grain's entries once and in order, as the real one does, and can be out of order for a while.</summary>
public sealed class FactsInMemory : IFactPublisher
{
    private readonly ConcurrentDictionary<string, ImmutableArray<OutboxEntry>> published = new(StringComparer.Ordinal);

    /// <summary>While true, nothing is taken and publishing fails.</summary>
    public bool Refuses { get; set; }

    /// <summary>How often entries were handed in, repetitions too.</summary>
    public long Attempts => Interlocked.Read(ref attempts);

    private long attempts;

    /// <summary>The facts of all grains; in order for each grain.</summary>
    public IEnumerable<Fact> All => published.Values.SelectMany(entries => entries).SelectMany(entry => entry.Facts);

    /// <summary>A grain's entries in order; empty when it told nothing.</summary>
    /// <param name="grain">The grain: <c>Pairing/{tenant}/{id}</c>.</param>
    /// <returns>The entries.</returns>
    public ImmutableArray<OutboxEntry> Of(string grain) => published.GetValueOrDefault(grain, []);

    /// <inheritdoc/>
    public Task PublishAsync(TenantId tenant, string grain, IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref attempts);
        if (Refuses)
        {
            return Task.FromException(new IOException("The publisher is out of order."));
        }

        published.AddOrUpdate(grain, _ => [.. entries], (_, before) => [.. before, .. entries.Where(entry => entry.Sequence > before[^1].Sequence)]);
        return Task.CompletedTask;
    }
}
