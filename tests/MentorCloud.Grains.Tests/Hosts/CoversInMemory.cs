using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>Searches for cover that nobody does: the test proposes by itself.</summary>
internal sealed class CoversInMemory : ICoverWork
{
    /// <inheritdoc/>
    public void Enqueue(TenantId tenant, PairingId pairing)
    {
    }
}
