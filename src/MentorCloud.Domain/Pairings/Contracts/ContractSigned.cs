using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>One side signed a contract version.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Version">The version.</param>
/// <param name="Side">Who signed.</param>
public sealed record ContractSigned(PairingId Pairing, int Version, PairingSide Side) : Fact;
