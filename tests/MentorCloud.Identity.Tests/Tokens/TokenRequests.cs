using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Accounts;

namespace MentorCloud.Identity.Tests.Tokens;

/// <summary>Asks for tokens and uses them.</summary>
internal static class TokenRequests
{
    public static async Task<HttpResponseMessage> AskAsync(
        HttpClient http, MachineClientSecret client, bool basic, params (string Name, string Value)[] more)
    {
        List<(string, string)> fields = [("grant_type", "client_credentials"), .. more];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token");
        if (basic)
        {
            var pair = $"{Uri.EscapeDataString(client.Client.ClientId)}:{Uri.EscapeDataString(client.Secret!)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }
        else
        {
            fields.AddRange([("client_id", client.Client.ClientId), ("client_secret", client.Secret!)]);
        }

        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await http.SendAsync(request);
    }

    public static async Task<string> TokenAsync(HttpClient http, MachineClientSecret client)
    {
        using var answer = await AskAsync(http, client, basic: true);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    public static async Task<string> ErrorAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString()!;
    }

    /// <summary>Whom the server takes the bearer for.</summary>
    public static async Task<string> WhoAmIAsync(HttpClient http, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/whoami");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
