using MentorCloud.Domain.Access;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Federation;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Sessions;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Login;

/// <summary><c>/logout</c>.</summary>
internal sealed class LogoutEndpoints(CurrentSession current, SessionBook sessions, SessionCookie cookie, AntiForgery forms, FederationLogout provider, AuditTrail audit)
{
    public async Task<IResult> ShowAsync(HttpContext http) =>
        LoginPage.AskLogout(PageTexts.For(http.Request), await forms.FieldAsync(http));

    public async Task<IResult> LogOutAsync(HttpContext http)
    {
        var texts = PageTexts.For(http.Request);
        if (await forms.ReadAsync(http) is null)
        {
            return LoginPage.Expired(texts, "/logout");
        }

        string? elsewhere = null;
        if (await current.FindAsync(http) is { Account: var account } session)
        {
            await sessions.LeaveAsync(cookie.Read(http.Request)!, http.RequestAborted);
            var by = Actor.User(account.Tenant, account.Id, account.Roles, account.Participant);
            await audit.AppendAsync(by, account, "Account.LoggedOut", http.RequestAborted);
            elsewhere = await provider.AddressAsync(session, http.RequestAborted);
        }

        cookie.Clear(http.Response);

        // What the explorer kept goes too; not the cookies, by which the owner is known when somebody else guesses (DeviceCookie).
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LoginPage.LoggedOut(texts, elsewhere);
    }
}
