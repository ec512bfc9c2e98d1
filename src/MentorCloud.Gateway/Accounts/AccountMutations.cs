using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Mutations;
using MentorCloud.Gateway.Queries;
using ErrorCodes = MentorCloud.Domain.Refusals.ErrorCodes;

namespace MentorCloud.Gateway.Accounts;

/// <summary>Mutations on accounts.</summary>
internal static class AccountMutations
{
    private const string Manage = "Accounts.Manage";
    private static readonly Refusal Own = new(
        ErrorCodes.Forbidden, "Your own second factor you handle on your account page, where you prove it once more.", "account");

    public static Task<AccountPayload> AccountInviteAsync(
        AccountInviteInput input, Caller caller, GrainReader grains, IAccounts accounts, ParticipantCheck people, CancellationToken cancellationToken) =>
        RunAsync(async () =>
        {
            await grains.RequireChangeAsync(caller, Manage);
            var participant = await people.RequireAsync(caller, input.Participant, cancellationToken);
            var account = new NewAccount(input.Email, input.DisplayName, ViewerRoles.Read(input.Roles), participant);
            return await accounts.InviteAsync(caller.Tenant, caller.Actor, caller.Command(input.IdempotencyKey), account, cancellationToken);
        });

    public static Task<AccountPayload> AccountChangeRolesAsync(
        AccountChangeRolesInput input, Caller caller, AccountChange change, IAccounts accounts, CancellationToken cancellationToken) =>
        RunAsync(() => change.RunAsync(caller, input.IdempotencyKey, input.Account, input, account =>
            accounts.ChangeRolesAsync(caller.Tenant, caller.Actor, account.Id, ViewerRoles.Read(input.Roles), cancellationToken), cancellationToken));

    public static Task<AccountPayload> AccountCloseAsync(
        AccountInput input, Caller caller, AccountChange change, IAccounts accounts, CancellationToken cancellationToken) =>
        RunAsync(() => change.RunAsync(caller, input.IdempotencyKey, input.Account, input, account =>
            accounts.CloseAsync(caller.Tenant, caller.Actor, account.Id, cancellationToken), cancellationToken));

    public static Task<AccountPayload> AccountReopenAsync(
        AccountInput input, Caller caller, AccountChange change, IAccounts accounts, CancellationToken cancellationToken) =>
        RunAsync(() => change.RunAsync(caller, input.IdempotencyKey, input.Account, input, account =>
            accounts.ReopenAsync(caller.Tenant, caller.Actor, account.Id, cancellationToken), cancellationToken));

    public static Task<AccountPayload> AccountEndSessionsAsync(
        AccountEndSessionsInput input, Caller caller, AccountChange change, ILoginSessions sessions, CancellationToken cancellationToken) =>
        RunAsync(() => change.RunAsync(caller, input.IdempotencyKey, input.Account, input, async account =>
        {
            await sessions.EndAsync(caller.Tenant, caller.Actor, account.Id, input.Session, cancellationToken);
            return account;
        }, cancellationToken));

    public static Task<AccountPayload> AccountResetSecondFactorAsync(
        AccountInput input, Caller caller, AccountChange change, ILoginSessions sessions, CancellationToken cancellationToken) =>
        RunAsync(() => change.RunAsync(caller, input.IdempotencyKey, input.Account, input, async account =>
            await sessions.ResetSecondFactorAsync(caller.Tenant, caller.Actor, account.Id, cancellationToken) ? account : Own, cancellationToken));

    private static async Task<AccountPayload> RunAsync(Func<Task<Reply<Account>>> mutation)
    {
        var (account, errors) = await Attempt.RunAsync(mutation);
        return new AccountPayload(account, errors);
    }
}
