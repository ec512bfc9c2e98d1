using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Solving;

/// <summary>Where searches for another mentor leave work that must not run inside a turn.</summary>
public interface ICoverWork
{
    /// <summary>Asks that somebody look after a search; asking again while it waits changes nothing.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="pairing">The pairing whose mentee needs somebody else.</param>
    void Enqueue(TenantId tenant, PairingId pairing);
}
