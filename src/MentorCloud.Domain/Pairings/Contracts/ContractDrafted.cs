using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>A contract version was drafted or drafted anew.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Version">The version.</param>
public sealed record ContractDrafted(PairingId Pairing, int Version) : Fact;
