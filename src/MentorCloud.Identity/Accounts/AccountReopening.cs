using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Mail;
using MentorCloud.Identity.Realms;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Accounts;

/// <summary>Opens closed accounts again, whoever asks for it, and lets their people in.</summary>
internal sealed class AccountReopening(
    AccountsStore store, ILoginProviders providers, EmailDomainBook domains, OneTimeTokens tokens, IAccountMail mail, AuditTrail audit)
{
    /// <summary>
    /// Opens it, in the caller's transaction. Its password went when it was closed: the person waits like somebody invited
    /// until they set one, or log in at the company's own provider.
    /// </summary>
    public static void Open(AccountRecord row) => (row.Status, row.ClosedAt) = (AccountStatus.Invited, null);

    public async Task<Reply<Account>> ReopenAsync(TenantId tenant, Actor by, AccountId account, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(tenant, cancellationToken);
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

        Open(row);
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
        await InviteAsync(by, opened, cancellationToken);
        return opened;
    }

    /// <summary>Mails an invitation to somebody who waits for one and has no other way in than a password.</summary>
    public async Task InviteAsync(Actor by, Account person, CancellationToken cancellationToken)
    {
        if (person.Status == AccountStatus.Invited && await NeedsPasswordAsync(person, cancellationToken))
        {
            var invitation = await tokens.IssueAsync(by, person, cancellationToken);
            await mail.SendAsync(AccountLetters.Invitation(invitation), cancellationToken);
        }
    }

    /// <summary>Whether the company's own login does not let the person in: there is none, or it knows neither them nor the domain of their address.</summary>
    private async Task<bool> NeedsPasswordAsync(Account person, CancellationToken cancellationToken)
    {
        if (await providers.FindAsync(person.Tenant, cancellationToken) is not { Settings: var settings })
        {
            return true;
        }

        if (settings.IsEnforced)
        {
            return settings.EmergencyAccounts.Contains(person.Id);
        }

        var (tenant, id) = (person.Tenant.ToString(), person.Id.ToString());
        await using var context = await store.OpenAsync(person.Tenant, cancellationToken);
        return !await context.OutsideLogins.AnyAsync(row => row.Tenant == tenant && row.Account == id && row.Issuer == settings.Issuer, cancellationToken)
            && !(EmailAddress.TryRead(person.Email, out var address) && await domains.IsOwnAsync(person.Tenant, address.Domain, cancellationToken));
    }
}
