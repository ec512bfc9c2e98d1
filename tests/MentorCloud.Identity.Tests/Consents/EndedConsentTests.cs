using System.Net;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Consents;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Provider;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Tests.Consents;

/// <summary>What ends with a consent, and with what a consent ends.</summary>
public class EndedConsentTests : OnAnyStore
{
    [Fact]
    public async Task Taking_back_what_was_never_given_leaves_the_companys_own_program_its_access()
    {
        await using var host = await StartAsync();
        using var ada = await LoggedInAsync(host);
        using var http = host.Client();
        var own = await host.AddAppAsync(ClientProof.Secret);
        var tokens = await ada.ProgramAsync(own);

        using var answer = await ada.SubmitAsync("/account", "/account/programs/withdraw", ("client", own.Client.ClientId));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (answer.StatusCode, await http.RefreshAsync(own, tokens.Refresh)));
        Assert.DoesNotContain(host.Audit.Of(TestTenants.Acme), entry => entry.Action == "Account.ConsentWithdrawn");
    }

    [Fact]
    public async Task Consents_of_a_revoked_program_are_gone_and_others_stay()
    {
        await using var host = await StartAsync();
        using var ada = await LoggedInAsync(host);
        var (revoked, kept) = (await host.AddAppAsync(ClientProof.Secret, isFirstParty: false), await host.AddAppAsync(ClientProof.Secret, isFirstParty: false));
        using var first = await ada.SubmitAsync(Wishes.Of(revoked), ConsentEndpoint.Path, ("decision", "allow"));
        using var second = await ada.SubmitAsync(Wishes.Of(kept), ConsentEndpoint.Path, ("decision", "allow"));
        var before = await ProgramsAsync(host);

        await host.Clients.RevokeAsync(TestTenants.Acme, People.Platform, revoked.Client.ClientId, default);

        Assert.Equal(2, before.Count);
        Assert.Equal([kept.Client.ClientId], await ProgramsAsync(host));
    }

    private static async Task<List<string>> ProgramsAsync(IdentityHost host)
    {
        await using var context = await host.Get<AccountsStore>().OpenAsync(TestTenants.Acme, default);
        return await context.Consents.Select(row => row.ClientId).ToListAsync();
    }

    private static async Task<Browser> LoggedInAsync(IdentityHost host)
    {
        await host.AddAsync("ada@acme.example");
        var browser = host.Browser();
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        return browser;
    }
}
