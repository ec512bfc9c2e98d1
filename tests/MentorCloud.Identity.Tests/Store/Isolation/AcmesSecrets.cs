using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Logins;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Mfa;
using MentorCloud.Identity.Passkeys;
using MentorCloud.Identity.Sessions;
using MentorCloud.Identity.Tests.Federation;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Text;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Identity;

namespace MentorCloud.Identity.Tests.Store.Isolation;

/// <summary>One of everything that Acme keeps with its accounts, and every question by which it can be found.</summary>
internal sealed record AcmesSecrets(Account Person, MachineClientSecret Client, TenantSecret Session, TenantSecret Invitation)
{
    private static readonly ParticipantId Participant = EntityId.Parse<ParticipantId>("019a0000000070008000000000000099");
    private static readonly CommandId Command = EntityId.Parse<CommandId>("019a0000000070008000000000000098");

    public static async Task<AcmesSecrets> MakeAsync(IdentityHost host)
    {
        var (acme, by) = (TestTenants.Acme, People.Platform);
        await host.AddAsync("boss@acme.example", Role.TenantAdmin);
        var person = await host.AddAsync("ada@acme.example");
        await host.Accounts.LinkParticipantAsync(acme, by, person.Id, Participant, default);
        var client = (await host.Clients.CreateAsync(acme, by, Command, "Payroll link", Scope.ProgramsRead, default)).Value!;
        var session = await host.Get<SessionBook>().StartAsync(person, "pwd", "127.0.0.1", "test", default);
        var invitation = await host.Get<OneTimeTokens>().IssueAsync(by, person, default);
        await host.AddProviderAsync(CompanyLogin.Settings("https://login.acme.example"));
        await host.Get<ILoginRules>().SetSecondFactorRolesAsync(acme, by, Role.Sponsor, default);
        await host.Get<SpentTokens>().SpendAsync(acme.ToString(), "spent", host.Clock.GetUtcNow(), default);
        await host.Get<PasskeyStore>().AddAsync(
            (await host.Get<PasskeyStore>().FindByIdAsync(PasskeyStore.UserId(person), default))!,
            new UserPasskeyInfo([1], [2], host.Clock.GetUtcNow(), 0, null, true, false, false, [], []), default);
        TenantSecret.TryRead(invitation.Token, out var token);
        return new(person, client, session, token!);
    }

    /// <summary>What of it a tenant finds.</summary>
    public async Task<Dictionary<string, bool>> FoundByAsync(IdentityHost host, TenantId asks) => new()
    {
        ["account"] = await host.Accounts.FindAsync(asks, Person.Id, default) is not null,
        ["account by address"] = await host.Accounts.FindByEmailAsync(asks, Person.Email, default) is not null,
        ["account by person"] = await host.Accounts.FindByParticipantAsync(asks, Participant, default) is not null,
        ["accounts"] = (await host.Accounts.ListAsync(asks, AccountFilter.Any, new PageRequest(10), default)).Rows.Count > 0,
        ["accounts, counted"] = (await host.Accounts.ListAsync(asks, AccountFilter.Any, new PageRequest(10, CountTotal: true), default)).Total > 0,
        ["client"] = await host.Clients.FindAsync(asks, Client.Client.ClientId, default) is not null,
        ["clients"] = (await host.Clients.ListAsync(asks, new PageRequest(10), default)).Rows.Count > 0,
        ["command"] = (await host.Get<CommandBook>().FindAsync(asks, Command, "x", default)).Refusal is not null,
        ["session"] = await host.Get<SessionBook>().FindAsync(Session with { Tenant = asks }, default) is not null,
        ["sessions"] = (await host.Get<ILoginSessions>().OfAsync(asks, Person.Id, default)).Count > 0,
        ["invitation"] = await host.Get<OneTimeTokens>().PeekAsync((Invitation with { Tenant = asks }).ToString(), default) is not null,
        ["provider"] = await host.Get<ILoginProviders>().FindAsync(asks, default) is not null,
        ["rules"] = await host.Get<LoginRulesBook>().SecondFactorRolesAsync(asks, default) != Role.None,
        ["domains"] = (await host.Get<IEmailDomains>().ListAsync(asks, default)).Count > 0,
        ["passkeys"] = (await host.Get<PasskeyStore>().ListAsync(asks.ToString(), Person.Id.ToString(), default)).Count > 0,
        ["spent token"] = await host.Get<SpentTokens>().IsSpentAsync(asks.ToString(), "spent", default),
    };
}
