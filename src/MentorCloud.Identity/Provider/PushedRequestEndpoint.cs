using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Provider;

/// <summary><c>POST /connect/par</c>.</summary>
internal sealed class PushedRequestEndpoint(ClientAuthentication clients, AuthorizationReading reading, PushedRequests pushed)
{
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var (form, unreadable) = await OAuthForm.ReadAsync(http.Request);
        if (form is null)
        {
            return unreadable!;
        }

        var (client, unproved) = await clients.AuthenticateAsync(http.Request, form, http.RequestAborted);
        if (client is null)
        {
            return unproved!;
        }

        if (form["request_uri"] is not null)
        {
            return OAuthRefusal.InvalidRequest("A pushed request cannot point to another.");
        }

        var complete = OAuthForm.Of(new Dictionary<string, string>(form.All) { ["client_id"] = client.ClientId });
        var (request, refusal) = await reading.ReadAsync(complete, http.RequestAborted);
        if (request is null)
        {
            return AsError(refusal!);
        }

        return new OAuthAnswer(
            new Dictionary<string, object>
            {
                ["request_uri"] = await pushed.DepositAsync(client, complete, PushedRequests.Lifetime, http.RequestAborted),
                ["expires_in"] = (int)PushedRequests.Lifetime.TotalSeconds,
            },
            StatusCodes.Status201Created);
    }

    /// <summary>What would have been told through the browser is told directly (RFC 9126, section 2.3).</summary>
    private static IResult AsError(IResult refusal) => refusal is AuthorizationAnswer answer
        ? new OAuthRefusal(answer.Members[0].Value, answer.Members[1].Value)
        : refusal;
}
