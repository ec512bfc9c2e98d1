using System.Runtime.CompilerServices;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Accounts;

/// <summary>Runs a change of an account that the caller may reach, once a key.</summary>
internal sealed class AccountChange(GrainReader grains, GuardedAccounts guard, Repetitions repetitions)
{
    /// <summary>Asks whether the caller may manage accounts, finds the account, and changes it or answers with it as it is now.</summary>
    /// <exception cref="Domain.Refusals.RefusedException">INPUT_INVALID, NOT_FOUND, FORBIDDEN, UNAUTHENTICATED, TENANT_SUSPENDED.</exception>
    public async Task<Reply<Account>> RunAsync(
        Caller caller, string key, string account, object input, Func<Account, Task<Reply<Account>>> change,
        CancellationToken cancellationToken, [CallerMemberName] string mutation = "")
    {
        _ = caller.Command(key);
        await grains.RequireChangeAsync(caller, "Accounts.Manage");
        return await repetitions.RunAsync(
            caller, key, input, async () => await change(await FindAsync()), async () => await FindAsync(), cancellationToken, mutation);

        Task<Account> FindAsync() => guard.RequireAsync(caller, account, cancellationToken);
    }
}
