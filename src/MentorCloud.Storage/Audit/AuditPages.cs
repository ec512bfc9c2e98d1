using System.Data.Common;
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

    public Task<Page<AuditRecord>> ReadAsync(SqlSession session, PageRequest page, CancellationToken cancellationToken)
    {
        var conditions = new ListFilter()
            .And("actor = @actor", "@actor", filter.Actor)
            .And("action = @action", "@action", filter.Action)
            .And("subject = @subject", "@subject", filter.Subject)
            .And("person = @person", "@person", filter.Person?.ToString())
            .And("at >= @from", "@from", filter.From?.UtcTicks)
            .And("at < @until", "@until", filter.Until?.UtcTicks);
        var list = new KeysetList<AuditRecord>(
            $"FROM audit WHERE {string.Join(" AND ", conditions.Conditions.Prepend(store.Dialect.OwnTenant))}",
            [("@tenant", tenant.ToString()), .. conditions.Arguments],
            AuditLine.Columns,
            Read,
            [("number", "@place")],
            page.Descending,
            row => [row.Number],
            row => List + row.Number.ToString(CultureInfo.InvariantCulture));
        return list.PageAsync(session, page, page.Cursor is { } cursor ? [Place(cursor)] : null, cancellationToken);
    }

    private static AuditRecord Read(DbDataReader reader)
    {
        var (line, hash) = AuditLine.Read(reader);
        return new(line.Number, line.Entry(), hash);
    }

    private static long Place(string cursor) =>
        cursor.Length > 1 && cursor[0] == List && long.TryParse(cursor.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RefusedException(new Refusal(
                ErrorCodes.CursorInvalid, "This cursor belongs to another list; read the audit log again from its beginning.", "cursor"));
}
