using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Sessions;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Login;

/// <summary>Starts the session of somebody who has proved who they are.</summary>
internal sealed class LoginCompletion(SessionBook sessions, SessionCookie cookie, DeviceCookie devices, AuditTrail audit)
{
    public async Task StartAsync(HttpContext http, Account account, string methods)
    {
        // A fresh secret at each login: a cookie planted before it is worth nothing after (session fixation), and the session that the browser had ends.
        if (cookie.Read(http.Request) is { } before)
        {
            await sessions.LeaveAsync(before, http.RequestAborted);
        }

        var agent = http.Request.Headers.UserAgent.ToString();
        var secret = await sessions.StartAsync(account, methods, RequestSource.Of(http), agent, http.RequestAborted);
        cookie.Write(http.Response, secret);
        await devices.WriteAsync(http, DeviceCookie.Key(account));
        var by = account.AsActor();
        await audit.AppendAsync(by, account, "Account.LoggedIn", http.RequestAborted, $"{{\"methods\":\"{methods}\"}}");
    }
}
