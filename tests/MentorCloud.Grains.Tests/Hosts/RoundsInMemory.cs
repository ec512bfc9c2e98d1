using System.Collections.Concurrent;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>Round work that nobody does: the test reads what was asked for and does it by itself.</summary>
public sealed class RoundsInMemory : IRoundWork
{
    private readonly ConcurrentQueue<(TenantId Tenant, RoundId Round)> asked = new();

    /// <summary>What was asked for so far, in order, repetitions too.</summary>
    public IReadOnlyCollection<(TenantId Tenant, RoundId Round)> Asked => [.. asked];

    /// <inheritdoc/>
    public void Enqueue(TenantId tenant, RoundId round) => asked.Enqueue((tenant, round));

    /// <inheritdoc/>
    public void Cancel(TenantId tenant, RoundId round)
    {
    }
}
