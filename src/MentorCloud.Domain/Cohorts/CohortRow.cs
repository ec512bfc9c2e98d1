using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts;

/// <summary>A cohort in lists.</summary>
/// <param name="Id">The cohort.</param>
/// <param name="Tenant">Its tenant.</param>
/// <param name="Name">Its name.</param>
/// <param name="Phase">Design, open or closed.</param>
/// <param name="StartsOn">First day, in the cohort's zone; null while not set.</param>
/// <param name="Midcourse">Midcourse, UTC; null while the time frame is not set.</param>
/// <param name="EndsAt">End, UTC; null while the time frame is not set.</param>
/// <param name="Mentors">How many mentors are enrolled.</param>
/// <param name="Mentees">How many mentees are enrolled.</param>
/// <param name="CreatedAt">When it was designed, UTC.</param>
public sealed record CohortRow(
    CohortId Id,
    TenantId Tenant,
    string Name,
    CohortPhase Phase,
    DateOnly? StartsOn,
    DateTimeOffset? Midcourse,
    DateTimeOffset? EndsAt,
    int Mentors,
    int Mentees,
    DateTimeOffset CreatedAt) : ViewRow;
