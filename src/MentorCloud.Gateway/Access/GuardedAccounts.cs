using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Access;

/// <summary>Accounts, clients and logins as a caller may handle them: asks the policy table, and notes in the audit log what of people leaves.</summary>
internal sealed class GuardedAccounts(IAccounts accounts, IAuditLog audit, TimeProvider clock)
{
    public async Task<Page<Account>> ListAsync(Caller caller, AccountFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        caller.Require("Accounts.List");
        var found = await accounts.ListAsync(caller.Tenant, filter, page, cancellationToken);
        await audit.AppendAsync(
            caller.Tenant,
            new AuditEntry(clock.GetUtcNow(), caller.Actor.ToString(), "Read Accounts", $"Tenant/{caller.Tenant}/{caller.Tenant}", Detail: $"{{\"accounts\":{found.Rows.Count}}}"),
            cancellationToken);
        return found;
    }

    /// <summary>An account that an input names; malformed, unknown and foreign ids answer alike.</summary>
    /// <exception cref="RefusedException">NOT_FOUND.</exception>
    public async Task<Account> RequireAsync(Caller caller, string account, CancellationToken cancellationToken) =>
        await accounts.FindAsync(caller.Tenant, GlobalId.Require<AccountId>(account, NodeType.Account, "account"), cancellationToken)
        ?? throw new RefusedException(new Refusal(ErrorCodes.NotFound, "There is no such account.", "account"));
}
