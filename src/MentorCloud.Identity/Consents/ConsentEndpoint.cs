using MentorCloud.Identity.Login;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Provider;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Consents;

/// <summary><c>POST /connect/consent</c>: a person's answer to a program's wish.</summary>
internal sealed class ConsentEndpoint(AuthorizeEndpoint authorize, AntiForgery forms)
{
    public const string Path = "/connect/consent";

    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        if (await forms.ReadAsync(http) is not { } sent || !AuthorizeEndpoint.IsWish(sent["return"]))
        {
            return LoginPage.Expired(PageTexts.For(http.Request), "/login");
        }

        // Whose session ended meanwhile, or who is somebody else by now, is asked again: the answer was another's, to what they saw.
        if (await authorize.FindAsync(http, sent["return"]) is not { } wish || wish.Session.Account.Id.ToString() != sent["account"])
        {
            return Results.LocalRedirect(sent["return"]);
        }

        return sent["decision"] == ConsentPage.Allow ? await authorize.AllowAsync(http, wish) : await authorize.DenyAsync(http, wish);
    }
}
