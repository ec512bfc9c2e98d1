using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Paging;
using MentorCloud.GraphQL;

namespace MentorCloud.Gateway.Pairings.Cases;

/// <summary>Fields of <c>Query</c> about what waits for the program.</summary>
internal static class CaseQueries
{
    public static async Task<Connection<CaseRow>> ProgramCasesAsync(
        int? first, string? after, int? last, string? before, ProgramCaseFilterInput? filter, OrderDirection direction,
        Caller caller, GuardedProgram views, FieldContext field, CancellationToken cancellationToken) =>
        Connection<CaseRow>.Of(await views.CasesAsync(
            caller, filter?.ToFilter() ?? new Contracts.Views.CaseFilter(),
            PageArguments.Read(field, first, after, last, before, direction == OrderDirection.Desc), cancellationToken));
}
