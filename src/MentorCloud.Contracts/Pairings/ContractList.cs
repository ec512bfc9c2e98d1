using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Contracts;

namespace MentorCloud.Contracts.Pairings;

/// <summary>Contract versions.</summary>
/// <param name="Versions">Oldest first; every version that ever was.</param>
public sealed record ContractList(ImmutableArray<ContractVersion> Versions);
