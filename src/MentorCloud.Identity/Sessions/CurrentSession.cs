using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Sessions;

/// <summary>The session of the browser that asks.</summary>
internal sealed class CurrentSession(SessionBook sessions, SessionCookie cookie)
{
    public async Task<Session?> FindAsync(HttpContext http) =>
        cookie.Read(http.Request) is { } secret ? await sessions.FindAsync(secret, http.RequestAborted) : null;
}
