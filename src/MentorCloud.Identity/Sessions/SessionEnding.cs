using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Federation;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Sessions;

/// <summary>How a person ends sessions of their own: by logging out, here or through a program, and on the account page. Each enters the audit log.</summary>
internal sealed class SessionEnding(SessionBook sessions, SessionCookie cookie, FederationLogout provider, AuditTrail audit)
{
    /// <summary>Logs the browser out; null when it has no session any more. Its programs go on.</summary>
    public async Task LeaveAsync(HttpContext http, Session? session)
    {
        if (session is not null && cookie.Read(http.Request) is { } secret)
        {
            await sessions.LeaveAsync(secret, http.RequestAborted);
            await NoteAsync(session.Account, "Account.LoggedOut", http.RequestAborted);
        }

        cookie.Clear(http.Response);

        // What the explorer kept goes too; not the cookies, by which the owner is known when somebody else guesses (DeviceCookie).
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }

    /// <summary>Where to log out at the company's own provider too; null when the session did not begin there.</summary>
    public async Task<string?> ElsewhereAsync(Session? session, CancellationToken cancellationToken) =>
        session is null ? null : await provider.AddressAsync(session, cancellationToken);

    /// <summary>Ends another of the person's sessions. One that is not theirs, or has ended, is passed over.</summary>
    public async Task EndAsync(Session own, string other, CancellationToken cancellationToken) =>
        await NoteEndedAsync(own, await sessions.EndAsync(own.Account.Tenant, own.Account.Id, other, cancellationToken), cancellationToken);

    /// <summary>Ends all of the person's sessions but this one.</summary>
    public async Task EndOthersAsync(Session own, CancellationToken cancellationToken) =>
        await NoteEndedAsync(own, await sessions.EndOthersAsync(own.Account.Tenant, own.Account.Id, own.Id, cancellationToken), cancellationToken);

    private Task NoteEndedAsync(Session own, bool anything, CancellationToken cancellationToken) =>
        anything ? NoteAsync(own.Account, "Account.SessionsEnded", cancellationToken) : Task.CompletedTask;

    private Task NoteAsync(Account account, string action, CancellationToken cancellationToken) =>
        audit.AppendAsync(account.AsActor(), account, action, cancellationToken);
}
