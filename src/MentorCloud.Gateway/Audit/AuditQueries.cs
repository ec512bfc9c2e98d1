using MentorCloud.Contracts.Audit;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Paging;
using MentorCloud.GraphQL;

namespace MentorCloud.Gateway.Audit;

/// <summary>The query <c>auditEntries</c>.</summary>
internal static class AuditQueries
{
    public static async Task<Connection<AuditRecord>> AuditEntriesAsync(
        int? first, string? after, int? last, string? before, AuditFilterInput? filter, OrderDirection direction,
        Caller caller, GuardedViews views, FieldContext field, CancellationToken cancellationToken) =>
        Connection<AuditRecord>.Of(await views.AuditEntriesAsync(
            caller, () => filter?.ToFilter() ?? new AuditFilter(),
            PageArguments.Read(field, first, after, last, before, direction == OrderDirection.Desc), cancellationToken));
}
