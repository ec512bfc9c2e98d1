using System.Collections.Immutable;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Tenants;

/// <summary>The mutation <c>tenantDelegate</c>.</summary>
internal static class DelegationMutations
{
    private const int MostAtOnce = 200;

    public static async Task<TenantPayload> TenantDelegateAsync(
        TenantDelegateInput input, Caller caller, GrainReader grains, IAccounts accounts, CancellationToken cancellationToken)
    {
        var (tenant, errors) = await Attempt.RunAsync<TenantState>(async () =>
        {
            await grains.RequireChangeAsync(caller, "Tenant.Delegate");
            var manager = GlobalId.Require<AccountId>(input.Account, NodeType.Account, "account");
            var cohorts = await CohortsAsync(input.Cohorts, caller, grains);
            return RefuseAccount(await accounts.FindAsync(caller.Tenant, manager, cancellationToken)) is { } refusal
                ? refusal
                : await grains.Tenant(caller).Delegate(caller.Actor, caller.Command(input.IdempotencyKey), manager, cohorts);
        });
        return new TenantPayload(tenant, errors);
    }

    private static Refusal? RefuseAccount(Account? account) => account switch
    {
        null or { Status: AccountStatus.Closed } => new Refusal(ErrorCodes.NotFound, "There is no such account.", "account"),
        _ when !account.Roles.HasFlag(Role.ProgramManager) || account.Roles.HasFlag(Role.TenantAdmin) => new Refusal(
            ErrorCodes.InputInvalid, "Only program managers are limited to cohorts, and no tenant admins: those run every cohort.", "account"),
        _ => null,
    };

    /// <exception cref="RefusedException">INPUT_INVALID, NOT_FOUND.</exception>
    private static async Task<ImmutableArray<CohortId>?> CohortsAsync(IReadOnlyList<string>? named, Caller caller, GrainReader grains)
    {
        if (named is null)
        {
            return null;
        }

        if (named.Count > MostAtOnce)
        {
            throw new RefusedException(new Refusal(ErrorCodes.InputInvalid, $"Name at most {MostAtOnce} cohorts.", "cohorts"));
        }

        var cohorts = named.Select((id, index) => GlobalId.Require<CohortId>(id, NodeType.Cohort, $"cohorts.{index}")).ToImmutableArray();
        for (var index = 0; index < cohorts.Length; index++)
        {
            if (await grains.CohortAsync(caller, cohorts[index]) is null)
            {
                throw new RefusedException(new Refusal(ErrorCodes.NotFound, "There is no such cohort.", $"cohorts.{index}"));
            }
        }

        return cohorts;
    }
}
