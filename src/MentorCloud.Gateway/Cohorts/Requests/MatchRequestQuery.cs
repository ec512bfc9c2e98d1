using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Paging;
using MentorCloud.Gateway.Queries;
using MentorCloud.GraphQL;

namespace MentorCloud.Gateway.Cohorts.Requests;

/// <summary>The queries <c>matchRequest</c> and <c>matchRequests</c>.</summary>
internal static class MatchRequestQuery
{
    public static Task<MatchRequestRow?> MatchRequestAsync(string id, Caller caller, NodeReader nodes, CancellationToken cancellationToken) =>
        nodes.MatchRequestAsync(caller, id, cancellationToken);

    public static async Task<Connection<MatchRequestRow>> MatchRequestsAsync(
        int? first, string? after, int? last, string? before, MatchRequestFilterInput? filter, OrderDirection direction,
        Caller caller, GuardedViews views, FieldContext field, CancellationToken cancellationToken) =>
        Connection<MatchRequestRow>.Of(await views.MatchRequestsAsync(
            caller, filter?.ToFilter() ?? new Contracts.Views.MatchRequestFilter(),
            PageArguments.Read(field, first, after, last, before, direction == OrderDirection.Desc), cancellationToken));
}
