using MentorCloud.Contracts.Logins;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Text;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Federation;

/// <summary><c>POST /login/provider</c> sends a browser to the company's provider; <c>GET /login/provider/{tenant}</c> takes the answer.</summary>
internal sealed class FederationEndpoints(
    TenantFinder tenants, LoginProviderBook providers, FederationStart start, FederationAnswer answers, FederatedAccounts people,
    LoginCompletion completion, SealedCookie cookies, SpentTokens spent, AntiForgery forms, IOptions<IdentityOptions> options, TimeProvider time,
    ILogger<FederationEndpoints> logger)
{
    public async Task<IResult> StartAsync(HttpContext http)
    {
        var texts = PageTexts.For(http.Request);
        if (await forms.ReadAsync(http) is not { } sent)
        {
            return LoginPage.Expired(texts, "/login");
        }

        var tenant = await tenants.FindAsync(sent["tenant"], sent["email"], http.RequestAborted);
        var provider = tenant is null ? null : await providers.FindAsync(tenant.Id, http.RequestAborted);
        if (provider is null)
        {
            return Problem(texts, FederationTexts.In(texts).Unknown, StatusCodes.Status404NotFound);
        }

        var destination = LocalPath.Or(sent["return"], options.Value.HomePath);
        return await start.PageAsync(http, provider, destination, sent["email"])
            ?? Problem(texts, FederationTexts.In(texts).Unreachable, StatusCodes.Status503ServiceUnavailable);
    }

    public async Task<IResult> AnswerAsync(HttpContext http, string tenant)
    {
        var texts = PageTexts.For(http.Request);
        var words = FederationTexts.In(texts);
        var pending = await cookies.ReadAsync<PendingFederation>(http, PendingFederation.Cookie);
        cookies.Clear(http, PendingFederation.Cookie);
        if (pending is null || await ProviderAsync(http, tenant, pending) is not { } provider)
        {
            return LoginPage.Expired(texts, "/login");
        }

        if (await answers.PersonAsync(http, provider, pending) is not { } person)
        {
            return Problem(texts, words.Refused, StatusCodes.Status403Forbidden);
        }

        var (account, problem) = await people.FindAsync(provider, person, http.RequestAborted);
        if (account is null)
        {
            logger.LogInformation("The provider of tenant {Tenant} let somebody in who has no account: {Problem}.", provider.Tenant, problem);
            return Problem(texts, words.NoAccount, StatusCodes.Status403Forbidden);
        }

        await completion.StartAsync(http, account, FederationAnswer.Methods(person));
        return Results.LocalRedirect(pending.Return);
    }

    /// <summary>The provider that was asked, when this is the answer to what this browser asked, for the first time.</summary>
    private async Task<LoginProvider?> ProviderAsync(HttpContext http, string tenant, PendingFederation pending)
    {
        if (pending.Tenant != tenant || http.Request.Query["state"] is not [{ } state] || !Secrets.SameText(state, pending.State)
            || !await spent.SpendAsync(tenant, "federation|" + Secrets.Hash(state), time.GetUtcNow() + PendingFederation.Lifetime, http.RequestAborted))
        {
            return null;
        }

        var provider = await providers.FindAsync(Domain.Identifiers.EntityId.Parse<Domain.Identifiers.TenantId>(tenant), http.RequestAborted);
        return provider?.Settings.Issuer == pending.Issuer ? provider : null;
    }

    private static Page Problem(PageTexts texts, string problem, int status) => new(texts, texts.Error, Markup.Of($"""
        <p role="alert">{problem}</p>
        <p><a href="/login">{texts.Login}</a></p>
        """), status);
}
