using System.Globalization;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Tenants;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Views.Lists;
using MentorCloud.Storage.Views.Tables;

namespace MentorCloud.Storage.Views;

/// <summary>Lists and lookups on the view tables.</summary>
internal sealed class SqlViews(SqlStore store) : IViews
{
    public Task<TenantRow?> TenantAsync(TenantId tenant, CancellationToken cancellationToken) => store.ReadAsync(
        tenant,
        session => session.FirstAsync(
            $"SELECT {ViewTables.Tenants.Selection} FROM tenants WHERE {store.Dialect.OwnTenant}",
            ViewTables.Tenants.Read,
            cancellationToken,
            ("@tenant", tenant.ToString())),
        cancellationToken);

    public Task<TenantRow?> TenantBySlugAsync(string slug, CancellationToken cancellationToken) => store.ReadAsync(
        TenantScope.All,
        session => session.FirstAsync(
            $"SELECT {ViewTables.Tenants.Selection} FROM tenants WHERE slug = @slug ORDER BY tenant LIMIT 1",
            ViewTables.Tenants.Read,
            cancellationToken,
            ("@slug", slug.ToLowerInvariant())),
        cancellationToken);

    public Task<Page<ParticipantRow>> ParticipantsAsync(
        TenantId tenant, ParticipantFilter filter, ParticipantOrder order, PageRequest page, CancellationToken cancellationToken)
    {
        var conditions = new ListFilter()
            .And("id IN (SELECT participant FROM memberships WHERE tenant = @tenant AND cohort = @cohort)", "@cohort", filter.Cohort?.ToString())
            .And("kind = @kind", "@kind", filter.Kind?.ToString())
            .And(store.Dialect.IsAmong("id", "@only"), "@only", Many(filter.Only))
            .And(
                $"(id IN (SELECT participant FROM memberships WHERE tenant = @tenant AND {store.Dialect.IsAmong("cohort", "@cohorts")}) OR id NOT IN (SELECT participant FROM memberships WHERE tenant = @tenant))",
                "@cohorts", Many(filter.Cohorts));
        foreach (var (index, word) in PageCheck.Words(filter.Search).Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"@word{index}");
            conditions.And($@"search LIKE {name} ESCAPE '\'", name, Folding.Contains(word));
        }

        return store.PageAsync(ViewTables.Participants, ListOrders.For(order, page.Descending), conditions, tenant, page, cancellationToken);
    }

    public Task<IReadOnlyDictionary<ParticipantId, ParticipantRow>> ParticipantsByIdAsync(
        TenantId tenant, IReadOnlyCollection<ParticipantId> ids, CancellationToken cancellationToken) =>
        ByIdAsync(ViewTables.Participants, tenant, ids, row => row.Id, cancellationToken);

    public Task<Page<CohortRow>> CohortsAsync(
        TenantId tenant, IReadOnlyCollection<CohortId>? only, PageRequest page, CancellationToken cancellationToken) => store.PageAsync(
        ViewTables.Cohorts,
        ListOrders.Cohorts(page.Descending),
        new ListFilter().And(store.Dialect.IsAmong("id", "@only"), "@only", Many(only)),
        tenant, page, cancellationToken);

    public Task<IReadOnlyDictionary<CohortId, CohortRow>> CohortsByIdAsync(
        TenantId tenant, IReadOnlyCollection<CohortId> ids, CancellationToken cancellationToken) =>
        ByIdAsync(ViewTables.Cohorts, tenant, ids, row => row.Id, cancellationToken);

    public Task<Page<RoundRow>> RoundsAsync(
        TenantId tenant, CohortId cohort, PageRequest page, CancellationToken cancellationToken) => store.PageAsync(
        ViewTables.Rounds,
        ListOrders.Rounds(page.Descending),
        new ListFilter().And("cohort = @cohort", "@cohort", cohort.ToString()),
        tenant, page, cancellationToken);

    public Task<Page<MatchRequestRow>> MatchRequestsAsync(
        TenantId tenant, MatchRequestFilter filter, PageRequest page, CancellationToken cancellationToken) => store.PageAsync(
        ViewTables.MatchRequests,
        ListOrders.MatchRequests(page.Descending),
        new ListFilter()
            .And("cohort = @cohort", "@cohort", filter.Cohort?.ToString())
            .And("status = @status", "@status", filter.Status?.ToString())
            .And(store.Dialect.IsAmong("cohort", "@cohorts"), "@cohorts", Many(filter.Cohorts))
            .And("(mentor = @partner OR mentee = @partner)", "@partner", filter.Partner?.ToString()),
        tenant, page, cancellationToken);

    public Task<Page<PairingRow>> PairingsAsync(
        TenantId tenant, PairingFilter filter, PairingOrder order, PageRequest page, CancellationToken cancellationToken) => store.PageAsync(
        ViewTables.Pairings,
        ListOrders.For(order, page.Descending),
        new ListFilter()
            .And("cohort = @cohort", "@cohort", filter.Cohort?.ToString())
            .And(store.Dialect.IsAmong("cohort", "@cohorts"), "@cohorts", Many(filter.Cohorts))
            .And("stage = @stage", "@stage", filter.Stage?.ToString())
            .And("(mentor = @partner OR mentee = @partner)", "@partner", filter.Partner?.ToString())
            .And("health >= @health", "@health", filter.HealthAtLeast is { } health ? (long)health : null)
            .And("health_reasons LIKE @reason", "@reason", filter.Reason is { } reason ? $"% {reason} %" : null)
            .And("stage <> @over", "@over", filter is { Stage: null, HealthAtLeast: not null } or { Stage: null, Reason: not null } ? nameof(PairingStage.Ended) : null),
        tenant, page, cancellationToken);

    public Task<IReadOnlyDictionary<PairingId, PairingRow>> PairingsByIdAsync(
        TenantId tenant, IReadOnlyCollection<PairingId> ids, CancellationToken cancellationToken) =>
        ByIdAsync(ViewTables.Pairings, tenant, ids, row => row.Id, cancellationToken);

    private async Task<IReadOnlyDictionary<TId, TRow>> ByIdAsync<TId, TRow>(
        RowTable<TRow> table, TenantId tenant, IReadOnlyCollection<TId> ids, Func<TRow, TId> idOf, CancellationToken cancellationToken)
        where TId : struct, IEntityId<TId>
        where TRow : ViewRow
    {
        PageCheck.Ids(ids.Count);
        if (ids.Count == 0) return new Dictionary<TId, TRow>();
        var rows = await store.ReadAsync(
            tenant,
            session => session.ListAsync(
                $"SELECT {table.Selection} FROM {table.Name} WHERE {store.Dialect.OwnTenant} AND {store.Dialect.IsAmong("id", "@ids")}",
                table.Read,
                cancellationToken,
                ("@tenant", tenant.ToString()), ("@ids", Many(ids))),
            cancellationToken);
        return rows.ToDictionary(idOf);
    }

    private object? Many<TId>(IReadOnlyCollection<TId>? ids)
        where TId : struct => ids is null ? null : store.Dialect.Many(ids.Select(id => id.ToString()!));
}
