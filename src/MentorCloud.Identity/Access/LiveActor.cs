using MentorCloud.Domain.Access;
using MentorCloud.Identity.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Identity.Access;

/// <summary>Who makes a request that lasts, looked at anew: the session may have ended, the token expired, the roles changed.</summary>
public static class LiveActor
{
    /// <summary>Checks the request's token or cookie again, as if it had just come.</summary>
    /// <param name="http">The request; its connection is still open.</param>
    /// <returns>The actor as of now; <see cref="Actor.Anonymous"/> when the login has ended.</returns>
    public static async Task<Actor> NowAsync(HttpContext http)
    {
        // Handlers keep their first answer for the length of a request; those of a new scope have none yet.
        await using var scope = http.RequestServices.CreateAsyncScope();
        var handlers = scope.ServiceProvider.GetRequiredService<IAuthenticationHandlerProvider>();
        var handler = await handlers.GetHandlerAsync(http, IdentitySchemes.Of(http));
        var answer = await handler!.AuthenticateAsync();
        return answer.Principal is { } principal ? ActorClaims.ToActor(principal) : Actor.Anonymous;
    }

    /// <summary>The same when nobody did anything: an open connection looks whether its login still lives, and a browser's session stays as idle as it is.</summary>
    /// <param name="http">The request; its connection is still open, and its origin was checked when it came.</param>
    /// <returns>The actor as of now; <see cref="Actor.Anonymous"/> when the login has ended.</returns>
    public static async Task<Actor> StillAsync(HttpContext http)
    {
        if (IdentitySchemes.Of(http) != IdentitySchemes.Session)
        {
            return await NowAsync(http);
        }

        var sessions = http.RequestServices.GetRequiredService<SessionBook>();
        return http.RequestServices.GetRequiredService<SessionCookie>().Read(http.Request) is { } secret
            && await sessions.FindAsync(secret, http.RequestAborted, isSignOfLife: false) is { } session
            ? ActorClaims.ToActor(ActorClaims.OfAccount(session.Account, IdentitySchemes.Session))
            : Actor.Anonymous;
    }
}
