using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Insights;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Growth;

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

    /// <summary>Sums of a cohort's safety pulses by month and side; raw, to be shown through <see cref="SafetyPulse"/> alone.</summary>
    Task<IReadOnlyList<PulseSum>> PulsesAsync(TenantId tenant, CohortId cohort, CancellationToken cancellationToken);
}
