using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings;

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

    /// <summary>Duties, practice, health and all the rest of its life; null for who may see nothing of it.</summary>
    public PairingLife? Life { get; init; }

    /// <summary>The number of the entry that the command wrote which this answers, also when the command is repeated; null otherwise.</summary>
    public int? Written { get; init; }

    /// <summary>What somebody outside the pairing learns who was asked for something: its id, and nothing else.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>An empty view.</returns>
    public static PairingView Nothing(PairingState state) => new(
        new PairingRow(state.Id, state.Tenant, default, default, default, default, state.Stage, 0, 0, 0, 0, 0, null, state.EndsAt),
        [], state.EndsAt, [], []);
}
