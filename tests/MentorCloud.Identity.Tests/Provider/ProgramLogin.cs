using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorCloud.Identity.Tests.Provider;

/// <summary>A program that logs in whoever the browser is, by code flow and its secret.</summary>
internal static class ProgramLogin
{
    /// <summary>The pair of RFC 7636, appendix B.</summary>
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    /// <summary>The program's tokens: for our API, for new ones, and about the person.</summary>
    public static async Task<(string Access, string Refresh, string Id)> ProgramAsync(this Browser browser, AppClientSecret app)
    {
        using var asked = await browser.GetAsync(QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = app.Client.ClientId, ["redirect_uri"] = Programs.Redirect, ["response_type"] = "code",
            ["scope"] = "openid offline_access api", ["code_challenge"] = Challenge, ["code_challenge_method"] = "S256",
        }));
        var code = QueryHelpers.ParseQuery(asked.Headers.Location!.Query)["code"].ToString();
        using var http = new HttpClient { BaseAddress = browser.Address };
        using var answer = await http.AskAsync(
            "/connect/token", app, ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Programs.Redirect), ("code_verifier", Verifier));
        var tokens = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (tokens.GetProperty("access_token").GetString()!, tokens.GetProperty("refresh_token").GetString()!, tokens.GetProperty("id_token").GetString()!);
    }

    /// <summary>What a refresh token brings; it is used up by it.</summary>
    public static async Task<HttpStatusCode> RefreshAsync(this HttpClient http, AppClientSecret app, string token)
    {
        using var answer = await http.AskAsync("/connect/token", app, ("grant_type", "refresh_token"), ("refresh_token", token));
        return answer.StatusCode;
    }

    /// <summary>A form, sent in the program's name by its secret.</summary>
    public static async Task<HttpResponseMessage> AskAsync(
        this HttpClient http, string path, AppClientSecret app, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        var pair = Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(app.Client.ClientId)}:{Uri.EscapeDataString(app.Secret!)}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
        return await http.SendAsync(request);
    }
}
