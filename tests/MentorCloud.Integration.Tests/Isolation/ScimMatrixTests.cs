using System.Net;
using System.Text.Json;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;
using MentorCloud.Integration.Tests.Isolation.Matrix;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>Every address and method of SCIM, for every role, each scope and nobody; foreign ids beside unknown ones; a suspended tenant.</summary>
[Collection(MatrixCollection.Name)]
public sealed class ScimMatrixTests(MatrixFixture matrix)
{
    private const string User = """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"matrix-scim@halvorsen.example"}""";
    private const string Group = """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"matrix-scim"}""";
    private const string Patch = """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","path":"displayName","value":"matrix-scim"}]}""";
    private const string Search = """{"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"count":1}""";
    private const string Bulk = """{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[]}""";

    /// <summary>Method, address, body, and the status for whoever may; an id stands for one that nobody has.</summary>
    private static readonly (string Method, string Path, string? Body, HttpStatusCode Allowed)[] Requests =
    [
        ("GET", "", null, HttpStatusCode.OK), ("POST", "/.search", Search, HttpStatusCode.OK), ("POST", "/Bulk", Bulk, HttpStatusCode.OK),
        ("GET", "/Users?count=1", null, HttpStatusCode.OK), ("POST", "/Users/.search", Search, HttpStatusCode.OK), ("POST", "/Users", "{}", HttpStatusCode.BadRequest),
        ("GET", "/Users/{id}", null, HttpStatusCode.NotFound), ("PUT", "/Users/{id}", User, HttpStatusCode.NotFound), ("PATCH", "/Users/{id}", Patch, HttpStatusCode.NotFound),
        ("DELETE", "/Users/{id}", null, HttpStatusCode.NotFound),
        ("GET", "/Groups?count=1", null, HttpStatusCode.OK), ("POST", "/Groups/.search", Search, HttpStatusCode.OK), ("POST", "/Groups", "{}", HttpStatusCode.BadRequest),
        ("GET", "/Groups/{id}", null, HttpStatusCode.NotFound), ("PUT", "/Groups/{id}", Group, HttpStatusCode.NotFound), ("PATCH", "/Groups/{id}", Patch, HttpStatusCode.NotFound),
        ("DELETE", "/Groups/{id}", null, HttpStatusCode.NotFound),
        ("GET", "/ServiceProviderConfig", null, HttpStatusCode.OK), ("GET", "/ResourceTypes", null, HttpStatusCode.OK), ("GET", "/ResourceTypes/User", null, HttpStatusCode.OK),
        ("GET", "/Schemas", null, HttpStatusCode.OK), ("GET", "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User", null, HttpStatusCode.OK),
        ("GET", "/Me", null, HttpStatusCode.NotImplemented), ("GET", "/Nothing", null, HttpStatusCode.NotFound),
    ];

    private readonly MatrixReport report = new();

    [Fact]
    public async Task Address_is_for_clients_with_the_scope_alone()
    {
        var unknown = EntityId.New<AccountId>(DateTimeOffset.UnixEpoch).ToString();
        foreach (var actor in matrix.Actors)
        {
            foreach (var (method, path, body, allowed) in Requests)
            {
                var answer = await actor.Client.SendScimAsync(method, path.Replace("{id}", unknown, StringComparison.Ordinal), body);
                var expected = Policy.Refuse("Directory.Get", actor.Actor)?.Code switch
                {
                    null => allowed,
                    "UNAUTHENTICATED" => HttpStatusCode.Unauthorized,
                    _ => HttpStatusCode.Forbidden,
                };
                report.Add("scim", $"{method} {path}", actor.Name, answer.Status == expected, $"{answer.Status} {answer.Body}");
            }
        }

        report.Check();
    }

    [Fact]
    public async Task Account_of_another_tenant_answers_like_an_unknown_one()
    {
        var directory = matrix.Actors.Single(actor => actor.Name == "scim").Client;
        var foreign = await ForeignAsync();
        var unknown = EntityId.New<AccountId>(DateTimeOffset.UnixEpoch).ToString();
        foreach (var (method, path, body, _) in Requests.Where(request => request.Path.Contains("{id}", StringComparison.Ordinal)))
        {
            var seen = await directory.SendScimAsync(method, path.Replace("{id}", foreign, StringComparison.Ordinal), body);
            var nothing = await directory.SendScimAsync(method, path.Replace("{id}", unknown, StringComparison.Ordinal), body);
            report.Add("foreign scim", $"{method} {path}", "scim", (seen.Status, seen.Body) == (nothing.Status, nothing.Body), $"{seen.Status} {seen.Body}");
        }

        var filter = Uri.EscapeDataString($"id eq \"{foreign}\" or userName co \"{matrix.Other.Demo.Slug}\"");
        var listed = await directory.SendScimAsync("GET", $"/Users?filter={filter}");
        report.Add("foreign scim", "a filter", "scim", listed.Body.Contains("\"totalResults\":0", StringComparison.Ordinal), listed.Body);
        var member = await directory.SendScimAsync("POST", "/Groups", Group.Replace("}", $$""","members":[{"value":"{{foreign}}"}]}""", StringComparison.Ordinal));
        report.Add("foreign scim", "a member", "scim", member.Status == HttpStatusCode.BadRequest, member.Body);
        report.Check();
    }

    [Fact]
    public async Task Own_users_are_those_of_the_tenant_and_no_platform_operator()
    {
        var directory = matrix.Actors.Single(actor => actor.Name == "scim").Client;

        var listed = await directory.SendScimAsync("GET", "/Users?count=300");

        using var document = JsonDocument.Parse(listed.Body);
        var names = document.RootElement.GetProperty("Resources").EnumerateArray().Select(each => each.GetProperty("userName").GetString()!).ToList();
        Assert.Contains(names, name => name.StartsWith("manager@", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.StartsWith("operator@", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.Contains(matrix.Other.Demo.Slug, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Suspended_tenant_reads_and_changes_nothing()
    {
        var made = await matrix.Suspended.ClientAsync(Scope.Directory);
        foreach (var (method, path, body, _) in Requests)
        {
            var answer = await made.SendScimAsync(method, path.Replace("{id}", "unknown", StringComparison.Ordinal), body);
            var writes = !(method == "GET" || path.EndsWith(".search", StringComparison.Ordinal));
            report.Add("scim of a suspended tenant", $"{method} {path}", "scim", writes == answer.Body.Contains("TENANT_SUSPENDED", StringComparison.Ordinal), $"{answer.Status} {answer.Body}");
        }

        report.Check();
        made.Dispose();
    }

    private async Task<string> ForeignAsync()
    {
        GlobalId.TryRead<AccountId>(await matrix.Other.AccountIdAsync("admin"), "Account", out var account);
        return account.ToString();
    }
}
