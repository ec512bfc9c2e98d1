using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>Rotation work that nobody does: the test does it by itself.</summary>
public sealed class RotationsInMemory : IRotationWork
{
    /// <inheritdoc/>
    public void Enqueue(TenantId tenant, RotationId rotation)
    {
    }
}
