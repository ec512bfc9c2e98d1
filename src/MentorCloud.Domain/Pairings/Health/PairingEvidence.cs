using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Pairings.Contracts;

namespace MentorCloud.Domain.Pairings.Health;

/// <summary>What a finished pairing says about the factors that it was made by: numbers alone, and nothing of who they are.</summary>
/// <param name="Factors">The factors that it was made by.</param>
/// <param name="Outcome">How it went, 0 (badly) to 1 (very well); null when it says nothing: it lives, a partner left the company.</param>
public sealed record PairingEvidence(ImmutableArray<FactorScore> Factors, double? Outcome)
{
    /// <summary>
    /// The mean of what is known: the mentee's ratings of the mentoring (1 to 5 become 0 to 1), the share of milestones met, and
    /// how it ended (graduated 1, rotated or closed 0.6, reassigned 0.2).
    /// </summary>
    /// <param name="state">The pairing.</param>
    /// <returns>The evidence.</returns>
    public static PairingEvidence Of(PairingState state)
    {
        double? ending = state.Outcome switch
        {
            PairingOutcome.Graduated => 1,
            PairingOutcome.Rotated or PairingOutcome.Closed => 0.6,
            PairingOutcome.Reassigned => 0.2,
            _ => null,
        };
        if (ending is not { } ended)
        {
            return new PairingEvidence(state.Origin.Factors, null);
        }

        var known = new List<double> { ended };
        if (!state.Ratings.IsEmpty)
        {
            known.Add((state.Ratings.Average(rating => rating.Score) - 1) / 4);
        }

        if (state.Contracts.LastOrDefault(version => version.Status == ContractStatus.Active)?.Terms.Milestones.Length is > 0 and var planned)
        {
            known.Add(Math.Min(1, state.Milestones.Count(milestone => milestone.MetAt is not null) / (double)planned));
        }

        return new PairingEvidence(state.Origin.Factors, known.Average());
    }
}
