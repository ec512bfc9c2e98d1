using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cases;

/// <summary>Something that waits, or waited, for those who run the program. What it is about is read from the pairing.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which of its kind in the pairing; 1 where there is but one, of overloads year times 100 and month.</param>
/// <param name="Cohort">The pairing's cohort.</param>
/// <param name="OpenedAt">Since when, UTC.</param>
/// <param name="DueAt">When it climbs or is reminded next, UTC; null when it will not be.</param>
/// <param name="ClosedAt">When it was settled, UTC; null while open, and where the instant is not kept.</param>
/// <param name="IsOpen">Whether it still waits.</param>
public sealed record CaseRow(
    TenantId Tenant, CaseKind Kind, PairingId Pairing, int Number, CohortId Cohort,
    DateTimeOffset OpenedAt, DateTimeOffset? DueAt, DateTimeOffset? ClosedAt, bool IsOpen) : ViewRow
{
    /// <summary>Unique in the tenant.</summary>
    public string Id => $"{Pairing}.{Kind}.{Number}";
}
