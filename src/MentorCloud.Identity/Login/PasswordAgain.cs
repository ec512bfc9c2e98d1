using MentorCloud.Identity.Sessions;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Login;

/// <summary>A stolen session alone must not change how one logs in: the password is asked for again, and guesses at it are slowed down.</summary>
internal sealed class PasswordAgain(PasswordLogin passwords, LoginThrottle throttle)
{
    public async Task<bool> IsRightAsync(HttpContext http, Session session, string password)
    {
        var attempt = new LoginAttempt("again|" + DeviceCookie.Key(session.Account), RequestSource.Of(http), Device: null);
        if (throttle.Wait(attempt) > TimeSpan.Zero)
        {
            return false;
        }

        throttle.Failed(attempt);
        var account = await passwords.CheckAsync(session.Account.Tenant, session.Account.Email, password, http.RequestAborted);
        if (account is not null)
        {
            throttle.Succeeded(attempt);
        }

        return account is not null;
    }
}
