using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MentorCloud.Integration.Tests.Http;

/// <summary>Speaks to the server as an integrator or a browser does: over HTTP alone.</summary>
internal sealed partial class GraphQLClient : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(10);
    private readonly HttpClient http;

    private GraphQLClient(Uri server)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = server, Timeout = Bound };
    }

    /// <summary>Nobody in particular.</summary>
    public static GraphQLClient Anonymous(Uri server) => new(server);

    /// <summary>Nobody in particular, whose requests say that they came by a proxy.</summary>
    public static GraphQLClient Behind(Uri server, string address)
    {
        var client = new GraphQLClient(server);
        client.http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }

    /// <summary>Somebody who shows an access token, whatever it is.</summary>
    public static GraphQLClient WithToken(Uri server, string token)
    {
        var client = new GraphQLClient(server);
        client.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A machine client with a token of its own.</summary>
    public static async Task<GraphQLClient> OfMachineAsync(Uri server, string clientId, string clientSecret) =>
        WithToken(server, await TokenAsync(server, clientId, clientSecret));

    /// <summary>An access token by client credentials.</summary>
    public static async Task<string> TokenAsync(Uri server, string clientId, string clientSecret)
    {
        using var client = new GraphQLClient(server);
        using var answer = await client.PostFormAsync("/connect/token", [("grant_type", "client_credentials"), ("client_id", clientId), ("client_secret", clientSecret)]);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        using var document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("access_token").GetString()!;
    }

    /// <summary>A person who logged in on the login page.</summary>
    public static async Task<GraphQLClient> OfPersonAsync(Uri server, string tenant, string email, string password)
    {
        var client = new GraphQLClient(server);
        var status = await client.LogInAsync(tenant, email, password);
        Assert.True(status == System.Net.HttpStatusCode.Redirect, $"The login of {email} answered {status}.");
        return client;
    }

    /// <summary>Fills the login form; a redirect means that it worked.</summary>
    public async Task<System.Net.HttpStatusCode> LogInAsync(string tenant, string email, string password)
    {
        var page = await http.GetStringAsync(new Uri("/login", UriKind.Relative));
        var csrf = CsrfField().Match(page).Groups[1].Value;
        Assert.NotEmpty(csrf);
        using var answer = await PostFormAsync(
            "/login", [("csrf", csrf), ("return", "/graphql"), ("tenant", tenant), ("email", email), ("password", password)]);
        return answer.StatusCode;
    }

    /// <summary>Sends a document.</summary>
    public async Task<GraphQLAnswer> SendAsync(string query, object? variables = null, string? operationName = null)
    {
        using var content = JsonContent.Create(new { query, variables, operationName });
        return await PostAsync(content);
    }

    /// <summary>Sends a body that may be anything.</summary>
    public async Task<GraphQLAnswer> SendRawAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await PostAsync(content);
    }

    /// <summary>Fetches something that is not GraphQL.</summary>
    public async Task<GraphQLAnswer> GetAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return new GraphQLAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends something that is not GraphQL: a directory's JSON, or nothing.</summary>
    public async Task<GraphQLAnswer> SendScimAsync(string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/scim/v2" + path, UriKind.Relative));
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/scim+json");
        using var answer = await http.SendAsync(request);
        return new GraphQLAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a document that must succeed, and gives its data.</summary>
    public async Task<JsonElement> QueryAsync(string query, object? variables = null) => (await SendAsync(query, variables)).Data();

    /// <summary>Sends a mutation with one field and one input that must be accepted, and gives the field's payload.</summary>
    public async Task<JsonElement> MutateAsync(string field, string selection, object input)
    {
        var payload = await TryMutateAsync(field, selection, input);
        Assert.True(payload.GetProperty("userErrors").GetArrayLength() == 0, payload.GetRawText());
        return payload;
    }

    /// <summary>Sends a mutation with one field and one input, and gives the field's payload.</summary>
    public async Task<JsonElement> TryMutateAsync(string field, string selection, object input) =>
        (await QueryAsync(MutationOf(field, selection), new { input })).GetProperty(field);

    /// <summary>The document of a mutation with one field and one input.</summary>
    public static string MutationOf(string field, string selection) =>
        $"mutation($input: {InputOf(field)}!) {{ {field}(input: $input) {{ {selection} userErrors {{ code field message }} }} }}";

    public void Dispose() => http.Dispose();

    private static string InputOf(string field) => field switch
    {
        "roundPublish" or "roundDiscard" or "roundCancel" => "RoundInput",
        "pairingProposeContract" or "pairingWithdrawContract" or "pairingResume" or "pairingRequestReassignment" or "coverDecline"
            or "coverSearch" => "PairingInput",
        "cohortEventCancel" => "CohortEventInput",
        "accountClose" or "accountReopen" or "accountResetSecondFactor" => "AccountInput",
        "clientRotateSecret" or "clientRevoke" => "ClientInput",
        "emailDomainClaim" or "emailDomainVerify" or "emailDomainRelease" => "EmailDomainInput",
        "participantReportDeparture" or "participantReportReturn" => "ParticipantInput",
        "matchRequestAccept" or "matchRequestDecline" or "matchRequestWithdraw" => "MatchRequestInput",
        _ => $"{char.ToUpperInvariant(field[0])}{field[1..]}Input",
    };

    private async Task<GraphQLAnswer> PostAsync(HttpContent content)
    {
        using var answer = await http.PostAsync(new Uri("/graphql", UriKind.Relative), content);
        return new GraphQLAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> PostFormAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await http.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    [GeneratedRegex("name=\"csrf\" value=\"([^\"]+)\"")]
    private static partial Regex CsrfField();
}
