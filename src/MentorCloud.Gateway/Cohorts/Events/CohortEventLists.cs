using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Paging;
using MentorCloud.GraphQL;

namespace MentorCloud.Gateway.Cohorts.Events;

/// <summary>Fields of <c>Cohort</c> about its events.</summary>
internal static class CohortEventLists
{
    public static async Task<Connection<CohortEventRow>> EventsAsync(
        CohortRow parent, Caller caller, GuardedProgram views, FieldContext field,
        int? first, string? after, int? last, string? before, CancellationToken cancellationToken) =>
        Connection<CohortEventRow>.Of(await views.EventsAsync(
            caller, parent.Id, PageArguments.Read(field, first, after, last, before), cancellationToken));
}
