using System.Net.Http.Json;

namespace MentorCloud.Integration.Tests.Http;

/// <summary>What a client does besides requests: listens, and logs out.</summary>
internal sealed partial class GraphQLClient
{
    /// <summary>Subscribes over server-sent events.</summary>
    public async Task<EventReader> SubscribeAsync(string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/graphql", UriKind.Relative))
        {
            Content = JsonContent.Create(new { query, variables }),
            Headers = { { "Accept", "text/event-stream" } },
        };
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new EventReader(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>Ends the person's other session, of which there must be one, by the page of the account.</summary>
    public async Task EndOtherSessionAsync()
    {
        var page = await http.GetStringAsync(new Uri("/account", UriKind.Relative));
        var other = Assert.Single(SessionField().Matches(page)).Groups[1].Value;
        using var answer = await PostFormAsync("/account/sessions/end", [("csrf", CsrfField().Match(page).Groups[1].Value), ("session", other)]);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Redirect, $"The page of the account answered {answer.StatusCode}.");
    }

    /// <summary>Ends the session by the logout page.</summary>
    public async Task LogOutAsync()
    {
        var csrf = CsrfField().Match(await http.GetStringAsync(new Uri("/logout", UriKind.Relative))).Groups[1].Value;
        using var answer = await PostFormAsync("/logout", [("csrf", csrf)]);
        Assert.True(answer.IsSuccessStatusCode, $"The logout answered {answer.StatusCode}.");
    }

    [System.Text.RegularExpressions.GeneratedRegex("name=\"session\" value=\"([^\"]+)\"")]
    private static partial System.Text.RegularExpressions.Regex SessionField();
}
