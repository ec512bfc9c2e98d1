using System.Globalization;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Views.Lists;

namespace MentorCloud.Storage.Audit;

/// <summary>Pages of a tenant's audit log. A record's number is its place, so a cursor is the letter <c>a</c> and the number.</summary>
internal sealed class AuditPages(SqlStore store, TenantId tenant, AuditFilter filter)
{
    private const char List = 'a';
    private readonly ListFilter conditions = new ListFilter()
        .And("actor = @actor", "@actor", filter.Actor)
        .And("action = @action", "@action", filter.Action)
        .And("subject = @subject", "@subject", filter.Subject)
        .And("person = @person", "@person", filter.Person?.ToString())
        .And("at >= @from", "@from", filter.From?.UtcTicks)
        .And("at < @until", "@until", filter.Until?.UtcTicks);

    private string From => $"FROM audit WHERE {string.Join(" AND ", conditions.Conditions.Prepend(store.Dialect.OwnTenant))}";

    private IEnumerable<(string, object?)> Arguments => conditions.Arguments.Prepend(("@tenant", tenant.ToString()));

    public async Task<Page<AuditRecord>> ReadAsync(SqlSession session, PageRequest page, CancellationToken cancellationToken)
    {
        var cursor = page.Cursor is null ? (long?)null : Place(page.Cursor);
        var down = page.Descending != page.Backward;
        var rows = await RowsAsync(session, cursor, down, page.Size + 1, cancellationToken);
        var more = rows.Count > page.Size;
        if (more)
        {
            rows.RemoveAt(page.Size);
        }

        var behind = cursor is { } place && await AnyBehindAsync(session, rows.Count == 0 ? place : rows[0].Number, rows.Count == 0, down, cancellationToken);
        if (page.Backward)
        {
            rows.Reverse();
        }

        int? total = page.CountTotal ? checked((int)await session.NumberAsync($"SELECT COUNT(*) {From}", cancellationToken, [.. Arguments])) : null;
        return new(
            [.. rows.Select(row => new PagedRow<AuditRecord>(row, Cursor(row.Number)))],
            HasNext: page.Backward ? behind : more,
            HasPrevious: page.Backward ? more : behind,
            total);
    }

    private static string Cursor(long number) => List + number.ToString(CultureInfo.InvariantCulture);

    private static long Place(string cursor) =>
        cursor.Length > 1 && cursor[0] == List && long.TryParse(cursor.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RefusedException(new Refusal(
                ErrorCodes.CursorInvalid, "This cursor belongs to another list; read the audit log again from its beginning.", "cursor"));

    private async Task<List<AuditRecord>> RowsAsync(SqlSession session, long? cursor, bool down, int most, CancellationToken cancellationToken)
    {
        var after = cursor is null ? string.Empty : $"AND number {(down ? '<' : '>')} @place";
        var read = await session.ListAsync(
            $"SELECT {AuditLine.Columns} {From} {after} ORDER BY number {(down ? "DESC" : "ASC")} LIMIT @most",
            AuditLine.Read,
            cancellationToken,
            [.. Arguments, .. cursor is { } place ? [("@place", place)] : Array.Empty<(string, object?)>(), ("@most", (long)most)]);
        return [.. read.Select(line => new AuditRecord(line.Line.Number, line.Line.Entry(), line.Hash))];
    }

    private async Task<bool> AnyBehindAsync(SqlSession session, long place, bool inclusive, bool down, CancellationToken cancellationToken) =>
        await session.NumberAsync(
            $"SELECT 1 {From} AND number {(down ? '>' : '<')}{(inclusive ? "=" : string.Empty)} @place LIMIT 1",
            cancellationToken,
            [.. Arguments, ("@place", place)]) == 1;
}
