using System.Security.Cryptography;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Demo;

/// <summary>The demo's accounts: an admin, a machine client, and everybody on the roster, two of whom can log in.</summary>
internal sealed class DemoLogins(IAccounts accounts, IMachineClients clients, DemoIds ids, DemoSource source)
{
    private const string ClientName = "Demo client";
    private const string PasswordLetters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Accounts without a password for everybody; they wait for an invitation.</summary>
    public async Task InviteAsync(IEnumerable<ParticipantState> people, IReadOnlyDictionary<ParticipantId, string> emails, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, async (person, cancel) =>
        {
            var account = new NewAccount(
                EmailOf(person, emails), person.DisplayName, RoleOf(person.Profile.Kind), person.Id, Id: DemoIds.Account(person.Id));
            Check(await accounts.CreateAsync(ids.Tenant, ids.Admin, account, cancel));
        });
    }

    /// <summary>Admin, client, and one pair who can log in; secrets only when they are new.</summary>
    public async Task<DemoLogin> LogInAsync(ParticipantState? mentor, ParticipantState? mentee, bool reset, CancellationToken cancellationToken)
    {
        var email = $"admin@{source.Slug}.example";
        var admin = new NewAccount(email, $"{source.Company} program office", Role.TenantAdmin, Id: ids.AdminAccount);
        var password = await PasswordAsync(admin, reset, cancellationToken);
        var (clientId, secret) = await ClientAsync(reset, cancellationToken);
        return new DemoLogin(
            email, password, clientId, secret, await PersonAsync(mentor, reset, cancellationToken), await PersonAsync(mentee, reset, cancellationToken));
    }

    private static Role RoleOf(ParticipantKind kind) => kind == ParticipantKind.Mentor ? Role.Mentor : Role.Mentee;

    private static string NewPassword() => RandomNumberGenerator.GetString(PasswordLetters, 20);

    private static T Check<T>(Reply<T> reply)
        where T : class => reply.Value ?? throw new RefusedException(reply.Refusal!);

    private string EmailOf(ParticipantState person, IReadOnlyDictionary<ParticipantId, string> emails) =>
        emails.GetValueOrDefault(person.Id) ?? $"{person.Profile.ExternalId}@{source.Slug}.example";

    /// <summary>Creates an account, or takes one without a password, and gives it one; null when it has one already.</summary>
    private async Task<string?> PasswordAsync(NewAccount wanted, bool reset, CancellationToken cancellationToken)
    {
        var found = await accounts.FindAsync(ids.Tenant, wanted.Id!.Value, cancellationToken);
        if (found?.Status == AccountStatus.Active && !reset)
        {
            return null;
        }

        var password = NewPassword();
        if (found is null)
        {
            Check(await accounts.CreateAsync(ids.Tenant, ids.Operator, wanted with { Password = password }, cancellationToken));
        }
        else
        {
            Check(await accounts.SetPasswordAsync(ids.Tenant, ids.Operator, found.Id, password, cancellationToken));
        }

        return password;
    }

    private async Task<DemoPerson?> PersonAsync(ParticipantState? person, bool reset, CancellationToken cancellationToken)
    {
        if (person is null || await accounts.FindAsync(ids.Tenant, DemoIds.Account(person.Id), cancellationToken) is not { } account)
        {
            return null;
        }

        var wanted = new NewAccount(account.Email, account.DisplayName, account.Roles, account.Participant, Id: account.Id);
        return new DemoPerson(person.DisplayName, account.Email, await PasswordAsync(wanted, reset, cancellationToken));
    }

    private async Task<(string ClientId, string? Secret)> ClientAsync(bool reset, CancellationToken cancellationToken)
    {
        var page = await clients.ListAsync(ids.Tenant, new PageRequest(100), cancellationToken);
        var found = page.Rows.Select(row => row.Row).FirstOrDefault(client => client.Name == ClientName && client.RevokedAt is null);
        if (found is not null && !reset)
        {
            return (found.ClientId, null);
        }

        var made = found is null
            ? Check(await clients.CreateAsync(
                ids.Tenant, ids.Operator, default, ClientName, Scope.ProgramsRead | Scope.ProgramsWrite | Scope.AccountsWrite, cancellationToken))
            : Check(await clients.RotateSecretAsync(ids.Tenant, ids.Operator, default, found.ClientId, cancellationToken));
        return (made.Client.ClientId, made.Secret);
    }
}
