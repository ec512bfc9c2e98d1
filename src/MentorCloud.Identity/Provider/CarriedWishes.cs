using MentorCloud.Identity.Login;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorCloud.Identity.Provider;

/// <summary>
/// Carries a program's wish over the login and the person's answer. It travels along, through cookies that hold so much and no
/// more; a long one is deposited here as if the program had pushed it, and its deposit travels instead.
/// </summary>
internal sealed class CarriedWishes(PushedRequests pushed, LoginThrottle throttle)
{
    private const int MostCarried = 1500;

    /// <summary>As long as somebody may look for their password, or think before they answer.</summary>
    private static readonly TimeSpan PatienceWithPeople = TimeSpan.FromHours(1);

    /// <summary>
    /// Where the wish is made again; null when it would have to be deposited and its source has left too many of nobody's lying of late.
    /// </summary>
    /// <param name="http">Where it comes from.</param>
    /// <param name="request">The wish, read.</param>
    /// <param name="form">The wish as it was sent: whole, or a deposit's name.</param>
    /// <param name="isLoggedIn">Whether the person is known, so that nothing is counted.</param>
    public async Task<string?> AgainAsync(HttpContext http, AuthorizationRequest request, OAuthForm form, bool isLoggedIn)
    {
        var uri = form["request_uri"];
        if (uri is not null)
        {
            // A program's deposit lives as long as a program needs; from here on people are waited for.
            await pushed.ExtendAsync(uri, PatienceWithPeople, http.RequestAborted);
        }
        else if (Whole(request, form) is { Length: <= MostCarried } whole)
        {
            return whole;
        }
        else if (isLoggedIn || MayDeposit(http))
        {
            uri = await pushed.DepositAsync(request.Client, form, PatienceWithPeople, http.RequestAborted);
        }

        return uri is null
            ? null
            : QueryHelpers.AddQueryString(AuthorizeEndpoint.Path, new Dictionary<string, string?> { ["client_id"] = request.Client.ClientId, ["request_uri"] = uri });
    }

    /// <summary>Uses a deposit up, and takes it back from its source; false when somebody did before.</summary>
    public async Task<bool> UseAsync(HttpContext http, string requestUri)
    {
        if (!await pushed.UseAsync(requestUri, http.RequestAborted))
        {
            return false;
        }

        throttle.SpareSource(Attempt(http));
        return true;
    }

    private static string Whole(AuthorizationRequest request, OAuthForm form)
    {
        var met = (string[])[request.Prompt == "login" ? "prompt" : string.Empty, request.MaxAge == TimeSpan.Zero ? "max_age" : string.Empty];
        return QueryHelpers.AddQueryString(
            AuthorizeEndpoint.Path, form.All.Where(pair => !met.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
    }

    private bool MayDeposit(HttpContext http)
    {
        var attempt = Attempt(http);
        if (throttle.Wait(attempt) > TimeSpan.Zero)
        {
            return false;
        }

        throttle.Failed(attempt);
        return true;
    }

    /// <summary>Counted apart from logins: whoever fills us with wishes keeps no colleague from their password.</summary>
    private static LoginAttempt Attempt(HttpContext http) => new(Account: null, "wish|" + RequestSource.Of(http), Device: null);
}
