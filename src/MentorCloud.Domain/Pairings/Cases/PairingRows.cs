using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Domain.Pairings.Cases;

/// <summary>Every view row of a pairing.</summary>
public static class PairingRows
{
    /// <summary>The rows; none before it is published.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>The pairing itself, its cases, the ratings that are still asked for, its closed safety pulses, and what it shares with the tenant.</returns>
    public static ImmutableArray<ViewRow> Of(PairingState state) => state.PublishedAt is null
        ? []
        : [state.Summarise(), .. Cases(state), .. Overloads(state), .. ReviewRequests(state), .. Pulses(state), .. Shared(state)];

    private static IEnumerable<ViewRow> Cases(PairingState state)
    {
        foreach (var escalation in state.Escalations)
        {
            yield return new CaseRow(
                state.Tenant, CaseKind.Escalation, state.Id, escalation.Number, state.Origin.Cohort,
                escalation.OpenedAt, escalation.NextStepAt, escalation.ResolvedAt, escalation.ResolvedAt is null);
        }

        foreach (var (request, place) in state.Reassignments.Select((request, place) => (request, place)))
        {
            yield return new CaseRow(
                state.Tenant, CaseKind.Reassignment, state.Id, place + 1, state.Origin.Cohort,
                request.At, request.NextStepAt, null, request.Answer is null && state.Stage != PairingStage.Ended);
        }
    }

    private static IEnumerable<ViewRow> Overloads(PairingState state) =>
        from month in state.Hours
        where month.OverloadedAt is not null
        select new CaseRow(
            state.Tenant, CaseKind.Overload, state.Id, month.Month, state.Origin.Cohort,
            month.OverloadedAt!.Value, month.BlocksUntil, null, month.BlocksUntil is not null && state.Stage != PairingStage.Ended);

    private static IEnumerable<ViewRow> ReviewRequests(PairingState state) =>
        from review in state.Stage == PairingStage.Ended ? [] : state.Reviews
        where !review.IsClosed
        from rater in review.Asked
        where !review.Answered.Contains(rater)
        select new ReviewRequestRow(state.Tenant, state.Id, review.Number, rater, state.Mentee, review.Competencies);

    private static IEnumerable<ViewRow> Shared(PairingState state) => SharedEntry.Listed(state).Select(entry => new SharedEntryRow(
        state.Tenant, state.Id, entry.Number, state.Origin.Cohort, entry.Kind, PairingAccess.PersonOn(state, entry.Author), entry.WrittenAt));

    private static IEnumerable<ViewRow> Pulses(PairingState state) => state.Pulses.Select(pulse => new PulseRow(
        state.Tenant, state.Id, pulse.Number, state.Origin.Cohort, pulse.Month, state.Mentor, state.Mentee, pulse.Mentor, pulse.Mentee));
}
