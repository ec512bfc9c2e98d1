using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>A contract version is in force.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Version">The version.</param>
public sealed record ContractActivated(PairingId Pairing, int Version) : Fact;
