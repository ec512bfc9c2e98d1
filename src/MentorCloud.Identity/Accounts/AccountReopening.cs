using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Mail;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Accounts;

/// <summary>Opens closed accounts again.</summary>
internal sealed class AccountReopening(AccountsStore store, OneTimeTokens tokens, IAccountMail mail, AuditTrail audit)
{
    public async Task<Reply<Account>> ReopenAsync(TenantId tenant, Actor by, AccountId account, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        if (await AccountQueries.RowAsync(context, tenant, account.ToString(), cancellationToken) is not { } row || AccountErasure.IsErased(row))
        {
            return AccountRules.NotFound;
        }

        if (row.Status != AccountStatus.Closed)
        {
            return row.ToAccount();
        }

        if (AccountRules.CheckRoles(by, row.Roles) is { } refusal)
        {
            return refusal;
        }

        (row.Status, row.ClosedAt) = (AccountStatus.Invited, null);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueIndex.IsViolatedBy(exception))
        {
            return AccountCreation.EmailTaken;
        }

        var opened = row.ToAccount();
        await audit.AppendAsync(by, opened, "Account.Reopened", cancellationToken);
        var invitation = await tokens.IssueAsync(by, opened, cancellationToken);
        await mail.SendAsync(AccountLetters.Invitation(invitation), cancellationToken);
        return opened;
    }
}
