using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Insights;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Views.Lists;
using MentorCloud.Storage.Views.Tables;

namespace MentorCloud.Storage.Views;

/// <summary>Lists and sums for running a program.</summary>
internal sealed class SqlProgramViews(SqlStore store) : IProgramViews
{
    private const int MostRequests = 100;

    public Task<Page<CaseRow>> CasesAsync(TenantId tenant, CaseFilter filter, PageRequest page, CancellationToken cancellationToken) => store.PageAsync(
        ViewTables.Cases,
        ListOrders.Cases(page.Descending),
        new ListFilter()
            .And("cohort = @cohort", "@cohort", filter.Cohort?.ToString())
            .And("kind = @kind", "@kind", filter.Kind?.ToString())
            .And(store.Dialect.IsAmong("cohort", "@cohorts"), "@cohorts", filter.Cohorts is null ? null : store.Dialect.Many(filter.Cohorts.Select(id => id.ToString())))
            .And("pairing NOT IN (SELECT id FROM pairings WHERE tenant = @tenant AND (mentor = @notOf OR mentee = @notOf))", "@notOf", filter.NotOf?.ToString())
            .And("is_open = @open", "@open", filter.IsOpen is { } open ? open ? 1L : 0L : null),
        tenant, page, cancellationToken);

    public async Task<IReadOnlyList<ReviewRequestRow>> ReviewRequestsAsync(TenantId tenant, ParticipantId rater, CancellationToken cancellationToken) =>
        await store.ReadAsync(
            tenant,
            session => session.ListAsync(
                $"SELECT {ViewTables.ReviewRequests.Selection} FROM review_requests WHERE {store.Dialect.OwnTenant} AND rater = @rater ORDER BY id LIMIT @most",
                ViewTables.ReviewRequests.Read,
                cancellationToken,
                ("@tenant", tenant.ToString()), ("@rater", rater.ToString()), ("@most", (long)MostRequests)),
            cancellationToken);

    public Task<Page<CohortEventRow>> EventsAsync(
        TenantId tenant, CohortId cohort, ParticipantId? invited, PageRequest page, CancellationToken cancellationToken) => store.PageAsync(
        ViewTables.CohortEvents,
        ListOrders.Events(page.Descending),
        new ListFilter()
            .And("cohort = @cohort", "@cohort", cohort.ToString())
            .And("id IN (SELECT event FROM invitations WHERE tenant = @tenant AND participant = @invited)", "@invited", invited?.ToString()),
        tenant, page, cancellationToken);

    public Task<Page<SharedEntryRow>> SharedEntriesAsync(
        TenantId tenant, EntryKind? kind, IReadOnlyCollection<CohortId>? cohorts, PageRequest page, CancellationToken cancellationToken) => store.PageAsync(
        ViewTables.SharedEntries,
        ListOrders.SharedEntries(page.Descending),
        new ListFilter()
            .And("kind = @kind", "@kind", kind?.ToString())
            .And(store.Dialect.IsAmong("cohort", "@cohorts"), "@cohorts", cohorts is null ? null : store.Dialect.Many(cohorts.Select(id => id.ToString()))),
        tenant, page, cancellationToken);

    // Somebody with several pairings counts once a month, with the mean of their answers.
    public async Task<IReadOnlyList<PulseSum>> PulsesAsync(TenantId tenant, CohortId cohort, CancellationToken cancellationToken)
    {
        var sums = new List<PulseSum>();
        foreach (var side in Enum.GetValues<PairingSide>())
        {
            var person = side == PairingSide.Mentor ? "mentor" : "mentee";
            sums.AddRange(await store.ReadAsync(
                tenant,
                session => session.ListAsync(
                    $"""
                    SELECT month, COUNT(*), SUM(hundredths) FROM (
                        SELECT month, {person}, CAST(100 * SUM({person}_score) / COUNT(*) AS bigint) AS hundredths
                        FROM pulses WHERE {store.Dialect.OwnTenant} AND cohort = @cohort AND {person}_score > 0 GROUP BY month, {person}) AS people
                    GROUP BY month ORDER BY month
                    """,
                    reader => new PulseSum(reader.Number(0), side, reader.Number(1), Convert.ToDouble(reader.GetValue(2), System.Globalization.CultureInfo.InvariantCulture) / 100 / reader.Number(1)),
                    cancellationToken,
                    ("@tenant", tenant.ToString()), ("@cohort", cohort.ToString())),
                cancellationToken));
        }

        return sums;
    }
}
