using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>A proposed contract version went back into a draft.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Version">The version.</param>
public sealed record ContractWithdrawn(PairingId Pairing, int Version) : Fact;
