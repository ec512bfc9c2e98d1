using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Contracts;

namespace MentorCloud.Contracts.Pairings;

/// <summary>A pairing as one viewer may see it.</summary>
/// <param name="Row">The pairing as in lists.</param>
/// <param name="Factors">What its matching score is made of.</param>
/// <param name="EndsAt">When its term ends, UTC.</param>
/// <param name="Contracts">Contract versions, oldest first.</param>
/// <param name="CheckIns">Check-ins, oldest first, with the notes that the viewer may see.</param>
public sealed record PairingView(
    PairingRow Row,
    ImmutableArray<FactorScore> Factors,
    DateTimeOffset EndsAt,
    ImmutableArray<ContractVersion> Contracts,
    ImmutableArray<CheckInView> CheckIns)
{
    /// <summary>The pairing.</summary>
    public PairingId Id => Row.Id;
}
