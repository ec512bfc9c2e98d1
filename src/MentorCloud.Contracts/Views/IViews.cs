using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Tenants;

namespace MentorCloud.Contracts.Views;

/// <summary>
/// Lists, searches and figures, read from views that the facts feed; they may be a moment behind the grains.
/// Who may ask is decided in front of this port. A cursor that is none, or of another list, is refused with
/// <c>CURSOR_INVALID</c> (<see cref="Domain.Refusals.RefusedException"/>).
/// </summary>
public interface IViews
{
    /// <summary>A tenant's row; null when there is none.</summary>
    Task<TenantRow?> TenantAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>The tenant with a slug, whatever the letters' case; null when there is none.</summary>
    Task<TenantRow?> TenantBySlugAsync(string slug, CancellationToken cancellationToken);

    /// <summary>Participants, a page at a time.</summary>
    Task<Page<ParticipantRow>> ParticipantsAsync(TenantId tenant, ParticipantFilter filter, ParticipantOrder order, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Participants by id in one query; unknown ids are left out. At most 1,000 ids.</summary>
    Task<IReadOnlyDictionary<ParticipantId, ParticipantRow>> ParticipantsByIdAsync(TenantId tenant, IReadOnlyCollection<ParticipantId> ids, CancellationToken cancellationToken);

    /// <summary>Cohorts by the time they were designed, a page at a time; optionally only these.</summary>
    Task<Page<CohortRow>> CohortsAsync(TenantId tenant, IReadOnlyCollection<CohortId>? only, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Cohorts by id in one query; unknown ids are left out. At most 1,000 ids.</summary>
    Task<IReadOnlyDictionary<CohortId, CohortRow>> CohortsByIdAsync(TenantId tenant, IReadOnlyCollection<CohortId> ids, CancellationToken cancellationToken);

    /// <summary>A cohort's rounds by the time they were started, a page at a time.</summary>
    Task<Page<RoundRow>> RoundsAsync(TenantId tenant, CohortId cohort, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Match requests by the time they were sent, a page at a time.</summary>
    Task<Page<MatchRequestRow>> MatchRequestsAsync(TenantId tenant, MatchRequestFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Pairings, a page at a time.</summary>
    Task<Page<PairingRow>> PairingsAsync(TenantId tenant, PairingFilter filter, PairingOrder order, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Pairings by id in one query; unknown ids are left out. At most 1,000 ids.</summary>
    Task<IReadOnlyDictionary<PairingId, PairingRow>> PairingsByIdAsync(TenantId tenant, IReadOnlyCollection<PairingId> ids, CancellationToken cancellationToken);
}
