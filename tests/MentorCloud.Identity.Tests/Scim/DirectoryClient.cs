using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Tokens;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>A company's directory: speaks SCIM over HTTP with a token of its own.</summary>
internal sealed class DirectoryClient : IDisposable
{
    public const string User = "urn:ietf:params:scim:schemas:core:2.0:User";
    public const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    public const string Group = "urn:ietf:params:scim:schemas:core:2.0:Group";
    public const string PatchOp = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private readonly HttpClient _http;

    private DirectoryClient(HttpClient http) => _http = http;

    public Uri Address => _http.BaseAddress!;

    public static async Task<DirectoryClient> ConnectAsync(IdentityHost host, TenantId? tenant = null, Scope scopes = Scope.Directory)
    {
        var http = host.Client();
        var token = await TokenRequests.TokenAsync(http, await host.AddClientAsync(scopes, tenant));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new DirectoryClient(http);
    }

    /// <summary>A user as a directory would write one.</summary>
    public static JsonObject Person(string name, string? externalId = null) => new()
    {
        ["schemas"] = new JsonArray(User),
        ["userName"] = $"{name}@acme.example",
        ["externalId"] = externalId ?? name,
        ["name"] = new JsonObject { ["givenName"] = name, ["familyName"] = "Example" },
        ["emails"] = new JsonArray(new JsonObject { ["value"] = $"{name}@acme.example", ["type"] = "work", ["primary"] = true }),
        ["active"] = true,
    };

    public static JsonObject Patch(params JsonObject[] operations) => new() { ["schemas"] = new JsonArray(PatchOp), ["Operations"] = new JsonArray([.. operations]) };

    public static JsonObject Operation(string op, string? path, JsonNode? value)
    {
        var operation = new JsonObject { ["op"] = op };
        if (path is not null)
        {
            operation["path"] = path;
        }

        if (value is not null)
        {
            operation["value"] = value;
        }

        return operation;
    }

    public async Task<DirectoryAnswer> SendAsync(string method, string path, JsonNode? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/scim/v2" + path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/scim+json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(request);
    }

    public async Task<DirectoryAnswer> SendAsync(HttpRequestMessage request)
    {
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (text.Length > 0)
        {
            Assert.Equal("application/scim+json", answer.Content.Headers.ContentType?.MediaType);
        }

        return new DirectoryAnswer(
            answer.StatusCode, text.Length == 0 ? null : (JsonObject)JsonNode.Parse(text)!, answer.Headers.ETag?.ToString(), answer.Headers.Location?.ToString(), answer.Headers.ToString());
    }

    public Task<DirectoryAnswer> GetAsync(string path) => SendAsync("GET", path);

    /// <summary>The resources of a list.</summary>
    public async Task<(int Total, List<JsonObject> Resources)> ListAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return ((int)answer.Body!["totalResults"]!, [.. answer.Body["Resources"]!.AsArray().Select(each => (JsonObject)each!)]);
    }

    /// <summary>The names of the users that a filter finds.</summary>
    public async Task<string> NamesAsync(string filter)
    {
        var (_, resources) = await ListAsync($"/Users?filter={Uri.EscapeDataString(filter)}");
        return string.Join(' ', resources.Select(each => each["userName"]!.ToString().Split('@')[0]));
    }

    /// <summary>Makes a user; answers its id.</summary>
    public async Task<string> AddAsync(JsonObject person)
    {
        var made = await SendAsync("POST", "/Users", person);
        Assert.True(made.Status == HttpStatusCode.Created, made.Body?.ToJsonString());
        return made.Id;
    }

    /// <summary>Makes a group; answers its id.</summary>
    public async Task<string> AddGroupAsync(string name, params string[] members)
    {
        var made = await SendAsync("POST", "/Groups", new JsonObject
        {
            ["schemas"] = new JsonArray(Group), ["displayName"] = name, ["members"] = new JsonArray([.. members.Select(member => new JsonObject { ["value"] = member })]),
        });
        Assert.True(made.Status == HttpStatusCode.Created, made.Body?.ToJsonString());
        return made.Id;
    }

    public void Dispose() => _http.Dispose();
}
