using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Insights;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Contracts.Views;

/// <summary>Lists and sums for running a program, beside <see cref="IViews"/> and with the same rules.</summary>
public interface IProgramViews
{
    /// <summary>What waits for the program, by the time it was opened, a page at a time.</summary>
    Task<Page<CaseRow>> CasesAsync(TenantId tenant, CaseFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Ratings that somebody is asked for; at most 100.</summary>
    Task<IReadOnlyList<ReviewRequestRow>> ReviewRequestsAsync(TenantId tenant, ParticipantId rater, CancellationToken cancellationToken);

    /// <summary>A cohort's events by the time they begin, a page at a time; optionally only those to which somebody is invited.</summary>
    Task<Page<CohortEventRow>> EventsAsync(TenantId tenant, CohortId cohort, ParticipantId? invited, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Entries that everybody in the tenant may read, by the time they were written, a page at a time.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="kind">Only this kind; null for all.</param>
    /// <param name="cohorts">Only of these cohorts; null for all.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Page<SharedEntryRow>> SharedEntriesAsync(
        TenantId tenant, EntryKind? kind, IReadOnlyCollection<CohortId>? cohorts, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Sums of a cohort's safety pulses by month and side; raw, to be shown through <see cref="SafetyPulse"/> alone.</summary>
    Task<IReadOnlyList<PulseSum>> PulsesAsync(TenantId tenant, CohortId cohort, CancellationToken cancellationToken);
}
