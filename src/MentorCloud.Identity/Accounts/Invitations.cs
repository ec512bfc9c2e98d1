using System.Buffers.Text;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Mail;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Accounts;

/// <summary>
/// Invites people. Account, link and the command's row are one transaction, the letter follows it. The link of a command is
/// made from the command, so that a repetition after a crash sends the same one, and only while no letter is known to have left.
/// </summary>
internal sealed class Invitations(
    AccountsStore store, AccountCreation creation, OneTimeTokens tokens, CommandBook commands, ServerSecrets secrets, IAccountMail mail,
    AuditTrail audit, IOptions<IdentityOptions> options)
{
    private const string Purpose = "invitations";

    /// <summary>The invitation; when the same command came before, the account alone.</summary>
    public async Task<Reply<Invited>> InviteAsync(
        TenantId tenant, Actor by, CommandId command, NewAccount account, CancellationToken cancellationToken)
    {
        var input = $"invite|{account.Email}|{account.DisplayName}|{account.Roles}|{account.Participant}";
        var secret = await SecretAsync(tenant, command, cancellationToken);
        if (await RepeatedAsync(tenant, command, input, secret, cancellationToken) is { } before)
        {
            return before;
        }

        var invited = await WriteAsync(tenant, by, command, input, account, secret, cancellationToken);
        if (invited is null)
        {
            return await RepeatedAsync(tenant, command, input, secret, cancellationToken) ?? AccountCreation.EmailTaken;
        }

        if (invited.IsRefused)
        {
            return invited.Refusal;
        }

        return new Invited(invited.Value.Account, await SendAsync(tenant, command, invited.Value, cancellationToken));
    }

    /// <summary>The answer to a command that came before. Its letter leaves now if the server went down before it did.</summary>
    private async Task<Reply<Invited>?> RepeatedAsync(
        TenantId tenant, CommandId command, string input, TenantSecret secret, CancellationToken cancellationToken)
    {
        var (subject, reused) = await commands.FindAsync(tenant, command, input, cancellationToken);
        if (reused is not null)
        {
            return reused;
        }

        if (subject is null || await creation.FindAsync(tenant, EntityId.Parse<AccountId>(subject), cancellationToken) is not { } account)
        {
            return null;
        }

        if (!await commands.HasMailedAsync(tenant, command, cancellationToken)
            && await tokens.EndsAsync(secret, cancellationToken) is { } ends)
        {
            await SendAsync(tenant, command, tokens.Describe(account, secret, ends), cancellationToken);
        }

        return new Invited(account, null);
    }

    /// <summary>Null when another command was faster with the address, or the same one came twice at once.</summary>
    private async Task<Reply<Invitation>?> WriteAsync(
        TenantId tenant, Actor by, CommandId command, string input, NewAccount wanted, TenantSecret secret, CancellationToken cancellationToken)
    {
        if (AccountRules.Check(by, wanted) is { } fault)
        {
            return fault;
        }

        try
        {
            var (invitation, isNew) = await store.ChangeAsync(async context =>
            {
                var (row, made) = await creation.ToInviteAsync(context, tenant, wanted, cancellationToken);
                if (row is null)
                {
                    return (null, false);
                }

                var ends = await tokens.AddAsync(context, row.Tenant, row.Id, secret, options.Value.InvitationLifetime, cancellationToken);
                commands.Note(context, tenant, command, input, row.Id);
                await context.SaveChangesAsync(cancellationToken);
                return ((Invitation?)tokens.Describe(row.ToAccount(), secret, ends), made);
            }, cancellationToken);
            return invitation is null ? AccountCreation.EmailTaken : await TellAsync(by, invitation, isNew, cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueIndex.IsViolatedBy(exception))
        {
            return null;
        }
    }

    private async Task<Reply<Invitation>> TellAsync(Actor by, Invitation invitation, bool isNew, CancellationToken cancellationToken)
    {
        if (isNew)
        {
            await audit.AppendAsync(by, invitation.Account, "Account.Created", cancellationToken);
        }

        await audit.AppendAsync(by, invitation.Account, "Account.Invited", cancellationToken);
        return invitation;
    }

    private async Task<Invitation> SendAsync(TenantId tenant, CommandId command, Invitation invitation, CancellationToken cancellationToken)
    {
        await mail.SendAsync(AccountLetters.Invitation(invitation), cancellationToken);
        await commands.NoteMailedAsync(tenant, command, invitation.Account.Id, cancellationToken);
        return invitation;
    }

    private async Task<TenantSecret> SecretAsync(TenantId tenant, CommandId command, CancellationToken cancellationToken) => command == default
        ? TenantSecret.New(tenant)
        : new(tenant, Base64Url.EncodeToString(await secrets.SignAsync(Purpose, $"{tenant}/{command}", cancellationToken)));

    /// <summary>What came of it.</summary>
    /// <param name="Account">Who is invited.</param>
    /// <param name="Invitation">How; null when the same command came before.</param>
    internal sealed record Invited(Account Account, Invitation? Invitation);
}
