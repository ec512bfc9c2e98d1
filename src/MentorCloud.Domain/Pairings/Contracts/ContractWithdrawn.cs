using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>A proposed contract version was taken back; a draft with its terms began.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Version">The version.</param>
public sealed record ContractWithdrawn(PairingId Pairing, int Version) : Fact;
