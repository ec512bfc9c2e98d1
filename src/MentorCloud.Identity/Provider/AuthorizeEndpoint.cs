using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Consents;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Sessions;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Provider;

/// <summary>
/// <c>GET|POST /connect/authorize</c>: logs the person in, asks whether the program may get in when it is not the company's own,
/// and answers with a code. Only people of the program's tenant can log in to it.
/// </summary>
internal sealed class AuthorizeEndpoint(
    AuthorizationReading reading, PushedRequests pushed, CarriedWishes carried, GrantBook grants, ConsentBook consents, CurrentSession current,
    AntiForgery forms, IViews views, IOptions<IdentityOptions> options, TimeProvider time)
{
    public const string Path = "/connect/authorize";

    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var (form, unreadable) = HttpMethods.IsGet(http.Request.Method) ? OAuthForm.From(http.Request.Query) : await OAuthForm.ReadAsync(http.Request);
        if (form is null)
        {
            return Problem(http, unreadable!);
        }

        DateTimeOffset? deposited = null;
        var asked = form;
        if (form["request_uri"] is { } uri)
        {
            if (await pushed.FindAsync(uri, form["client_id"], http.RequestAborted) is not { } found)
            {
                return Problem(http, OAuthRefusal.InvalidRequest("The request_uri is unknown, used or expired."));
            }

            (asked, deposited) = found;
        }

        var (request, refusal) = await reading.ReadAsync(asked, http.RequestAborted);
        if (request is null)
        {
            return refusal is OAuthRefusal problem ? Problem(http, problem) : refusal!;
        }

        if (await SessionAsync(http, request, deposited) is not { } session)
        {
            return await AskLoginAsync(http, request, form, asked);
        }

        return await consents.AsksAsync(request, session.Account, http.RequestAborted)
            ? await AskConsentAsync(http, request, session, form)
            : await GrantAsync(http, new AuthorizationWish(request, session, form["request_uri"]));
    }

    /// <summary>Whether a path of our own is one where programs make their wishes.</summary>
    public static bool IsWish(string returnPath) => returnPath.StartsWith(Path + "?", StringComparison.Ordinal);

    /// <summary>The wish that stands at a path; null when it is over, or its person has to log in first.</summary>
    public async Task<AuthorizationWish?> FindAsync(HttpContext http, string returnPath)
    {
        if (await ReadAsync(returnPath, http.RequestAborted) is not var (request, requestUri, deposited))
        {
            return null;
        }

        return await SessionAsync(http, request, deposited) is { } session ? new AuthorizationWish(request, session, requestUri) : null;
    }

    /// <summary>Lets the program in as the person said, and notes that they did: of a deposit that was used before neither.</summary>
    public async Task<IResult> AllowAsync(HttpContext http, AuthorizationWish wish)
    {
        if (await UsedBeforeAsync(http, wish) is { } used)
        {
            return used;
        }

        await consents.GiveAsync(wish.Request, wish.Session.Account, http.RequestAborted);
        return await BeginAsync(wish, http.RequestAborted);
    }

    /// <summary>Tells the program that the person does not let it in.</summary>
    public async Task<IResult> DenyAsync(HttpContext http, AuthorizationWish wish) =>
        await UsedBeforeAsync(http, wish) ?? Answer(wish.Request, ("error", "access_denied"), ("error_description", "The person does not allow it."));

    /// <summary>Where a login that returns here will end up, for the login page's policy; null when that is nowhere known.</summary>
    public async Task<string?> TargetAsync(string returnPath, CancellationToken cancellationToken) =>
        await ReadAsync(returnPath, cancellationToken) is var (request, _, _) ? RedirectUris.PolicySource(request.RedirectUri) : null;

    private async Task<IResult> GrantAsync(HttpContext http, AuthorizationWish wish) =>
        await UsedBeforeAsync(http, wish) ?? await BeginAsync(wish, http.RequestAborted);

    private async Task<IResult> BeginAsync(AuthorizationWish wish, CancellationToken cancellationToken)
    {
        var code = await grants.BeginAsync(wish.Request, wish.Session, cancellationToken);
        return Answer(wish.Request, ("code", code.ToString()));
    }

    private async Task<(AuthorizationRequest Request, string? RequestUri, DateTimeOffset? Deposited)?> ReadAsync(string returnPath, CancellationToken cancellationToken)
    {
        if (!IsWish(returnPath) || OAuthForm.From(QueryHelpers.ParseQuery(returnPath[Path.Length..])).Form is not { } form)
        {
            return null;
        }

        DateTimeOffset? deposited = null;
        var (asked, uri) = (form, form["request_uri"]);
        if (uri is not null)
        {
            if (await pushed.FindAsync(uri, form["client_id"], cancellationToken) is not { } found)
            {
                return null;
            }

            (asked, deposited) = found;
        }

        return (await reading.ReadAsync(asked, cancellationToken)).Request is { } request ? (request, uri, deposited) : null;
    }

    /// <summary>The session that the wish can be granted to; null when somebody has to log in first.</summary>
    private async Task<Session?> SessionAsync(HttpContext http, AuthorizationRequest request, DateTimeOffset? deposited)
    {
        var session = await current.FindAsync(http);
        return session?.Account.Tenant.ToString() != request.Client.Tenant || NeedsLogin(request, session, deposited) ? null : session;
    }

    private bool NeedsLogin(AuthorizationRequest request, Session session, DateTimeOffset? deposited)
    {
        if (request.MaxAge is { } most && most > TimeSpan.Zero && time.GetUtcNow() - session.StartedAt > most)
        {
            return true;
        }

        // A deposited wish for a fresh login is met by any login after the deposit; one in the address loses its words (CarriedWishes).
        return request.WantsFreshLogin && !(deposited <= session.StartedAt);
    }

    private async Task<IResult> AskLoginAsync(HttpContext http, AuthorizationRequest request, OAuthForm form, OAuthForm asked)
    {
        if (request.Prompt == "none")
        {
            return Answer(request, ("error", "login_required"), ("error_description", "Nobody is logged in who could be logged in to the client."));
        }

        if (await carried.AgainAsync(http, request, form, isLoggedIn: false) is not { } again)
        {
            return Answer(request, ("error", "temporarily_unavailable"), ("error_description", "Too many long requests came from there. Make it shorter, or try later."));
        }

        var tenant = await views.TenantAsync(EntityId.Parse<TenantId>(request.Client.Tenant), http.RequestAborted);
        var login = new Dictionary<string, string?> { ["return"] = again, ["tenant"] = tenant?.Slug, ["email"] = AuthorizationReading.LoginHint(asked) };
        return Results.LocalRedirect(QueryHelpers.AddQueryString("/login", login.Where(pair => pair.Value is not null)));
    }

    private async Task<IResult> AskConsentAsync(HttpContext http, AuthorizationRequest request, Session session, OAuthForm form)
    {
        if (request.Prompt == "none")
        {
            return Answer(request, ("error", "consent_required"), ("error_description", "The person has to be asked whether the client may get in."));
        }

        var again = (await carried.AgainAsync(http, request, form, isLoggedIn: true))!;
        return ConsentPage.Ask(request, session.Account, again, PageTexts.For(http.Request), await forms.FieldAsync(http));
    }

    private async Task<IResult?> UsedBeforeAsync(HttpContext http, AuthorizationWish wish) =>
        wish.RequestUri is null || await carried.UseAsync(http, wish.RequestUri)
            ? null
            : Answer(wish.Request, ("error", "invalid_request_uri"), ("error_description", "The pushed request was used before."));

    private AuthorizationAnswer Answer(AuthorizationRequest request, params (string Name, string Value)[] members) =>
        new(request.RedirectUri, request.State, options.Value.IssuerText, members);

    private static Page Problem(HttpContext http, OAuthRefusal refusal)
    {
        var texts = PageTexts.For(http.Request);
        return new Page(texts, texts.Error, Markup.Of($"""
            <p role="alert">{texts.ProgramProblem}</p>
            <p class="hint"><code>{refusal.Error}</code>: {refusal.Description}</p>
            """), StatusCodes.Status400BadRequest);
    }
}
