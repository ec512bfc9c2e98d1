using MentorCloud.Contracts.Accounts;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Paging;
using MentorCloud.Gateway.Queries;
using MentorCloud.GraphQL;

namespace MentorCloud.Gateway.Accounts;

/// <summary>Fields of <c>Query</c> about accounts and clients.</summary>
internal static class AccountQueries
{
    public static async Task<Connection<Account>> AccountsAsync(
        int? first, string? after, int? last, string? before, AccountFilterInput? filter,
        Caller caller, GuardedAccounts accounts, FieldContext field, CancellationToken cancellationToken) =>
        Connection<Account>.Of(await accounts.ListAsync(
            caller, new AccountFilter(filter?.Search, filter?.Role is { } role ? ViewerRoles.Read([role]) : null, filter?.Status),
            PageArguments.Read(field, first, after, last, before), cancellationToken));

    public static async Task<Connection<MachineClient>> ClientsAsync(
        int? first, string? after, int? last, string? before,
        Caller caller, IMachineClients clients, FieldContext field, CancellationToken cancellationToken)
    {
        caller.Require("Clients.List");
        return Connection<MachineClient>.Of(await clients.ListAsync(caller.Tenant, PageArguments.Read(field, first, after, last, before), cancellationToken));
    }
}
