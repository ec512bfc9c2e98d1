using System.Collections.Immutable;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Insights;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Gateway.Access;

/// <summary>Lists and sums for running a program as a caller may see them.</summary>
internal sealed class GuardedProgram(IProgramViews views, TimeProvider clock)
{
    /// <summary>
    /// Sponsors handle escalations that climbed up to them; what was asked in confidence is the managers'. What is about a
    /// pairing of the caller's own is handled by others: it may be about them.
    /// </summary>
    public Task<Page<CaseRow>> CasesAsync(Caller caller, CaseFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        caller.Require("Views.Cases");
        if (!PairingAccess.IsManager(caller.Actor) && filter.Kind is not (null or CaseKind.Escalation))
        {
            throw new RefusedException(new Refusal(
                ErrorCodes.Forbidden, "Sponsors see escalations; requests and searches are the program managers'."));
        }

        var narrowed = (PairingAccess.IsManager(caller.Actor) ? filter : filter with { Kind = CaseKind.Escalation }) with { Cohorts = caller.Actor.Cohorts, NotOf = caller.Actor.Participant };
        return views.CasesAsync(caller.Tenant, narrowed, page, cancellationToken);
    }

    /// <summary>Ratings that the caller is asked for.</summary>
    public async Task<IReadOnlyList<ReviewRequestRow>> ReviewRequestsAsync(Caller caller, CancellationToken cancellationToken) =>
        caller.Actor is { Kind: ActorKind.User, Participant: { } self }
            ? await views.ReviewRequestsAsync(caller.Tenant, self, cancellationToken)
            : [];

    /// <summary>Events of a cohort that the caller may see: mentors and mentees those to which they are invited.</summary>
    public Task<Page<CohortEventRow>> EventsAsync(Caller caller, CohortId cohort, PageRequest page, CancellationToken cancellationToken)
    {
        caller = caller.In(cohort);
        caller.Require("Views.Events");
        ParticipantId? invited = PairingAccess.IsProgramSide(caller.Actor) ? null : caller.Actor.Participant ?? default(ParticipantId);
        return views.EventsAsync(caller.Tenant, cohort, invited, page, cancellationToken);
    }

    /// <summary>Entries that everybody in the tenant may read; managers who are limited to cohorts find those of theirs.</summary>
    public Task<Page<SharedEntryRow>> SharedEntriesAsync(Caller caller, EntryKind? kind, PageRequest page, CancellationToken cancellationToken)
    {
        caller.Require("Views.SharedEntries");
        return views.SharedEntriesAsync(caller.Tenant, kind, caller.Actor.Cohorts, page, cancellationToken);
    }

    /// <summary>A cohort's safety pulses, in aggregate.</summary>
    public async Task<ImmutableArray<PulseMonth>> PulsesAsync(Caller caller, CohortState cohort, CancellationToken cancellationToken)
    {
        caller.In(cohort.Id).Require("Views.Pulses");
        return SafetyPulse.Of(await views.PulsesAsync(caller.Tenant, cohort.Id, cancellationToken), clock.GetUtcNow(), cohort.Design.Numbers.SmallestGroup);
    }
}
