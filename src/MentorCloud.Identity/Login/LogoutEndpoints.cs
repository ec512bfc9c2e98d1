using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Sessions;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Login;

/// <summary><c>/logout</c>.</summary>
internal sealed class LogoutEndpoints(CurrentSession current, SessionEnding ending, AntiForgery forms)
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

        var session = await current.FindAsync(http);
        await ending.LeaveAsync(http, session);
        return LoginPage.LoggedOut(texts, await ending.ElsewhereAsync(session, http.RequestAborted));
    }
}
