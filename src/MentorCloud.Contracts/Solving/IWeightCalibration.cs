using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Solving;

/// <summary>Proposes a cohort's weights from outcomes of finished pairings, off every grain's turn.</summary>
public interface IWeightCalibration
{
    /// <summary>
    /// Fits weights to the tenant's newest 5,000 finished pairings and lays them before the program; nothing applies them. NOT_FOUND,
    /// CALIBRATION_TOO_FEW with the number needed, COHORT_CLOSED.
    /// </summary>
    Task<Reply<CohortState>> ProposeAsync(Actor actor, CommandId id, CohortId cohort, CancellationToken cancellationToken);
}
