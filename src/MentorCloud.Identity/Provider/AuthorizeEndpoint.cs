using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Sessions;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Provider;

/// <summary>
/// <c>GET|POST /connect/authorize</c>. There is no page that asks for consent: a program is registered by the tenant's
/// administrator, and only people of the same tenant can log in to it.
/// </summary>
internal sealed class AuthorizeEndpoint(
    AuthorizationReading reading, PushedRequests pushed, GrantBook grants, SessionBook sessions, SessionCookie cookie,
    IViews views, IOptions<IdentityOptions> options, TimeProvider time)
{
    public const string Path = "/connect/authorize";
    private const int MostCarried = 1500;

    /// <summary>As long as somebody may look for their password.</summary>
    private static readonly TimeSpan PatienceWithPeople = TimeSpan.FromHours(1);

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

        var session = await SessionAsync(http, request);
        return NeedsLogin(request, session, deposited)
            ? await AskLoginAsync(request, form, asked, http.RequestAborted)
            : await GrantAsync(request, session!, form["request_uri"], http.RequestAborted);
    }

    /// <summary>Where a login that returns here will end up, for the login page's policy; null when that is nowhere known.</summary>
    public async Task<string?> TargetAsync(string returnPath, CancellationToken cancellationToken)
    {
        var mark = returnPath.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0 || returnPath[..mark] != Path || OAuthForm.From(QueryHelpers.ParseQuery(returnPath[mark..])).Form is not { } form)
        {
            return null;
        }

        if (form["request_uri"] is { } uri)
        {
            var deposit = await pushed.FindAsync(uri, form["client_id"], cancellationToken);
            form = deposit?.Form;
        }

        var request = form is null ? null : (await reading.ReadAsync(form, cancellationToken)).Request;
        return request is null ? null : RedirectUris.PolicySource(request.RedirectUri);
    }

    private async Task<Session?> SessionAsync(HttpContext http, AuthorizationRequest request)
    {
        var session = cookie.Read(http.Request) is { } secret ? await sessions.FindAsync(secret, http.RequestAborted) : null;
        return session?.Account.Tenant.ToString() == request.Client.Tenant ? session : null;
    }

    private bool NeedsLogin(AuthorizationRequest request, Session? session, DateTimeOffset? deposited)
    {
        if (session is null || (request.MaxAge is { } most && most > TimeSpan.Zero && time.GetUtcNow() - session.StartedAt > most))
        {
            return true;
        }

        // A deposited wish for a fresh login is met by any login after the deposit; one in the address loses its words below.
        return request.WantsFreshLogin && !(deposited <= session.StartedAt);
    }

    private async Task<IResult> AskLoginAsync(AuthorizationRequest request, OAuthForm form, OAuthForm asked, CancellationToken cancellationToken)
    {
        if (request.Prompt == "none")
        {
            return Answer(request, ("error", "login_required"), ("error_description", "Nobody is logged in who could be logged in to the client."));
        }

        var tenant = await views.TenantAsync(EntityId.Parse<TenantId>(request.Client.Tenant), cancellationToken);
        var login = new Dictionary<string, string?>
        {
            ["return"] = await AgainAsync(request, form, cancellationToken),
            ["tenant"] = tenant?.Slug,
            ["email"] = asked["login_hint"],
        };
        return Results.LocalRedirect(QueryHelpers.AddQueryString("/login", login.Where(pair => pair.Value is not null)));
    }

    /// <summary>
    /// Where the wish is made again after the login. It travels along, through cookies that hold so much and no more; a
    /// long one is deposited here as if the program had pushed it, and its deposit travels instead.
    /// </summary>
    private async Task<string> AgainAsync(AuthorizationRequest request, OAuthForm form, CancellationToken cancellationToken)
    {
        var uri = form["request_uri"];
        if (uri is null)
        {
            var met = (string[])[request.Prompt == "login" ? "prompt" : string.Empty, request.MaxAge == TimeSpan.Zero ? "max_age" : string.Empty];
            var whole = QueryHelpers.AddQueryString(Path, form.All.Where(pair => !met.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
            if (whole.Length <= MostCarried)
            {
                return whole;
            }

            uri = await pushed.DepositAsync(request.Client, form, PatienceWithPeople, cancellationToken);
        }

        return QueryHelpers.AddQueryString(Path, new Dictionary<string, string?> { ["client_id"] = request.Client.ClientId, ["request_uri"] = uri });
    }

    private async Task<IResult> GrantAsync(AuthorizationRequest request, Session session, string? requestUri, CancellationToken cancellationToken)
    {
        if (requestUri is not null && !await pushed.UseAsync(requestUri, cancellationToken))
        {
            return Answer(request, ("error", "invalid_request_uri"), ("error_description", "The pushed request was used before."));
        }

        var code = await grants.BeginAsync(request, session, cancellationToken);
        return Answer(request, ("code", code.ToString()));
    }

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
