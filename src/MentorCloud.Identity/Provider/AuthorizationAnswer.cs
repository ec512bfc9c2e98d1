using MentorCloud.Identity.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorCloud.Identity.Provider;

/// <summary>An answer that goes back to the program through the browser, with <c>state</c> and <c>iss</c> (RFC 9207).</summary>
/// <param name="RedirectUri">A registered address.</param>
/// <param name="State">The program's state; null when it sent none.</param>
/// <param name="Issuer">Who answers.</param>
/// <param name="Members"><c>code</c>, or <c>error</c> and its description.</param>
internal sealed record AuthorizationAnswer(string RedirectUri, string? State, string Issuer, params (string Name, string Value)[] Members) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var values = Members.ToDictionary(member => member.Name, member => (string?)member.Value);
        values["iss"] = Issuer;
        if (State is not null)
        {
            values["state"] = State;
        }

        SecurityHeaders.Set(httpContext.Response);
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = QueryHelpers.AddQueryString(RedirectUri, values);
        return Task.CompletedTask;
    }
}
