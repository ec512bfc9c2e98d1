using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Mfa;
using MentorCloud.Identity.Pages;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Login;

/// <summary>What follows a right password: a code where there is an app, an app where one is needed, else the session.</summary>
internal sealed class LoginSteps(
    Authenticators authenticators, LoginRulesBook rules, PendingLogin pending, SecondStepEndpoint second, EnrolmentEndpoint enrolment, LoginCompletion completion)
{
    public async Task<IResult> AfterPasswordAsync(HttpContext http, PageTexts texts, Account account, string destination, bool needsSecond)
    {
        if (await authenticators.IsOnAsync(account, http.RequestAborted))
        {
            await pending.WriteAsync(http, account);
            return await second.FormAsync(http, texts, destination, problem: null);
        }

        if (needsSecond || await rules.NeedSecondFactorAsync(account, http.RequestAborted))
        {
            await pending.WriteAsync(http, account);
            return await enrolment.ShowAsync(http, texts, account, destination);
        }

        await completion.StartAsync(http, account, "pwd");
        return Results.LocalRedirect(destination);
    }
}
