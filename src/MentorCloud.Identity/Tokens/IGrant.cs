using MentorCloud.Identity.Store;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Tokens;

/// <summary>One way to get a token.</summary>
internal interface IGrant
{
    /// <summary>Its <c>grant_type</c>.</summary>
    string Type { get; }

    /// <summary>Answers a request of a client that has proved who it is.</summary>
    Task<IResult> AnswerAsync(ClientRecord client, OAuthForm form, CancellationToken cancellationToken);
}
