using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>A contract version was proposed for signature.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Version">The version.</param>
public sealed record ContractProposed(PairingId Pairing, int Version) : Fact;
