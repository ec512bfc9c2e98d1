using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Solving;

/// <summary>Where rotations leave work that must not run inside a turn: planning, and moving on page by page.</summary>
public interface IRotationWork
{
    /// <summary>Asks that somebody look after a rotation; asking again while it waits changes nothing.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="rotation">The rotation.</param>
    void Enqueue(TenantId tenant, RotationId rotation);
}
