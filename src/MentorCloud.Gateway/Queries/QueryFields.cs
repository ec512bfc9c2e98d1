using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Pairings;
using MentorCloud.Gateway.Paging;
using MentorCloud.Gateway.People;
using MentorCloud.GraphQL;
using ErrorCodes = MentorCloud.Domain.Refusals.ErrorCodes;

namespace MentorCloud.Gateway.Queries;

/// <summary>Fields of <c>Query</c>.</summary>
internal static class QueryFields
{
    private const int MostNodes = 100;

    public static Task<object?> NodeAsync(string id, Caller caller, NodeReader nodes, CancellationToken cancellationToken) =>
        nodes.FindAsync(caller, id, cancellationToken);

    public static async Task<IReadOnlyList<object?>> NodesAsync(
        IReadOnlyList<string> ids, Caller caller, NodeReader nodes, CancellationToken cancellationToken) =>
        ids.Count <= MostNodes
            ? await Task.WhenAll(ids.Select(id => nodes.FindAsync(caller, id, cancellationToken)))
            : throw new RefusedException(new Refusal(ErrorCodes.InputInvalid, $"Ask for at most {MostNodes} nodes at a time.", "ids"));

    public static Caller Viewer(Caller caller)
    {
        _ = caller.Tenant;
        return caller;
    }

    public static Task<TenantState> TenantAsync(Caller caller, GrainReader reader) => reader.TenantAsync(caller);

    public static Task<ParticipantRow?> ParticipantAsync(string id, Caller caller, NodeReader nodes, CancellationToken cancellationToken) =>
        nodes.ParticipantAsync(caller, id, cancellationToken);

    public static Task<CohortRow?> CohortAsync(string id, Caller caller, NodeReader nodes, CancellationToken cancellationToken) =>
        nodes.CohortAsync(caller, id, cancellationToken);

    public static Task<RoundRow?> RoundAsync(string id, Caller caller, NodeReader nodes) => nodes.RoundAsync(caller, id);

    public static Task<PairingRow?> PairingAsync(string id, Caller caller, NodeReader nodes, CancellationToken cancellationToken) =>
        nodes.PairingAsync(caller, id, cancellationToken);

    public static async Task<Connection<ParticipantRow>> ParticipantsAsync(
        int? first, string? after, int? last, string? before, ParticipantFilterInput? filter, ParticipantOrder orderBy, OrderDirection direction,
        Caller caller, GuardedViews views, FieldContext field, CancellationToken cancellationToken) =>
        Connection<ParticipantRow>.Of(await views.ParticipantsAsync(
            caller, filter?.ToFilter() ?? new ParticipantFilter(), orderBy,
            PageArguments.Read(field, first, after, last, before, direction == OrderDirection.Desc), cancellationToken));

    public static async Task<Connection<CohortRow>> CohortsAsync(
        int? first, string? after, int? last, string? before, OrderDirection direction,
        Caller caller, GuardedViews views, FieldContext field, CancellationToken cancellationToken) =>
        Connection<CohortRow>.Of(await views.CohortsAsync(
            caller, PageArguments.Read(field, first, after, last, before, direction == OrderDirection.Desc), cancellationToken));

    public static async Task<Connection<PairingRow>> PairingsAsync(
        int? first, string? after, int? last, string? before, PairingFilterInput? filter, PairingOrder orderBy, OrderDirection direction,
        Caller caller, GuardedViews views, FieldContext field, CancellationToken cancellationToken) =>
        Connection<PairingRow>.Of(await views.PairingsAsync(
            caller, filter?.ToFilter() ?? new PairingFilter(), orderBy,
            PageArguments.Read(field, first, after, last, before, direction == OrderDirection.Desc), cancellationToken));

    public static IReadOnlyList<EntryForm> EntryForms() => EntryRules.Forms;
}
