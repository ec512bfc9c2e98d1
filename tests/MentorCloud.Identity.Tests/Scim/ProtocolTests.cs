using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MentorCloud.Identity.Tests.Hosting;
using static MentorCloud.Identity.Tests.Scim.DirectoryClient;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>The protocol over real HTTP: versions, duplicates, wrong types and methods, sizes.</summary>
public sealed class ProtocolTests
{
    private static readonly (string Attribute, string Value, string Field)[] Values =
    [
        ("userName", "\u0430da@acme.example", "userName"),
        ("userName", "ada example", "userName"),
        ("emails", "ada@\u0430cme.example", "emails"),
        ("emails", "no address", "emails"),
        ("displayName", "two\nlines", "displayName"),
        ("active", "perhaps", "active"),
        ("title", "\u0000", "title"),
    ];

    private static readonly (string? Type, string Body, int Status)[] Bodies =
    [
        ("application/scim+json", "", 400),
        ("application/scim+json", "{", 400),
        ("application/scim+json", "[]", 400),
        ("application/scim+json", "{}", 400),
        ("application/scim+json", "{\"schemas\":[\"urn:x\"],\"userName\":\"ada\"}", 400),
        ("application/scim+json", "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]}", 400),
        ("application/scim+json", "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"a@b.example\",\"USERNAME\":\"c@b.example\"}", 400),
        ("application/scim+json", "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"\\uD800\"}", 400),
        ("application/scim+json; charset=utf-16", "{}", 415),
        ("text/plain", "{}", 415),
        (null, "{}", 415),
    ];

    [Fact]
    public async Task Version_named_is_held_to_by_every_change_and_spares_a_reading()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var made = await directory.SendAsync("POST", "/Users", Person("ada"));
        var path = "/Users/" + made.Id;

        Assert.Equal(HttpStatusCode.NotModified, (await directory.SendAsync("GET", path, null, ("If-None-Match", made.Version!))).Status);
        var changed = await directory.SendAsync("PATCH", path, Patch(Operation("add", "title", "Analyst")), ("If-Match", made.Version!));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.NotEqual(made.Version, changed.Version);
        foreach (var (method, body) in new (string, JsonNode?)[] { ("PUT", Person("ada")), ("PATCH", Patch(Operation("remove", "title", null))), ("DELETE", null) })
        {
            Assert.Equal((412, null, "VERSION_STALE", "If-Match"), (await directory.SendAsync(method, path, body, ("If-Match", made.Version!))).Refusal);
        }

        Assert.Equal(HttpStatusCode.OK, (await directory.SendAsync("GET", path, null, ("If-None-Match", made.Version!))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await directory.SendAsync("DELETE", path, null, ("If-Match", $"\"other\", {changed.Version}"))).Status);
    }

    [Fact]
    public async Task Change_to_the_same_writes_nothing()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var made = await directory.SendAsync("POST", "/Users", Person("ada"));
        var before = host.Audit.Of(TestTenants.Acme).Count();

        var again = await directory.SendAsync("PUT", "/Users/" + made.Id, Person("ada"));

        Assert.Equal((HttpStatusCode.OK, made.Version), (again.Status, again.Version));
        Assert.Equal(before, host.Audit.Of(TestTenants.Acme).Count());
    }

    [Theory]
    [InlineData("userName", "ADA@acme.example", "userName")]
    [InlineData("externalId", "ada", "externalId")]
    public async Task Duplicate_is_refused_by_name_whatever_the_letters_case(string attribute, string value, string field)
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        await directory.AddAsync(Person("ada"));
        var other = Person("bob");
        other[attribute] = value;

        var refused = await directory.SendAsync("POST", "/Users", other);

        Assert.Equal((409, "uniqueness", "ALREADY_EXISTS", field), refused.Refusal);
        Assert.Equal(1, (await directory.ListAsync("/Users")).Total);
    }

    [Fact]
    public async Task External_id_is_unique_in_its_tenant_alone()
    {
        await using var host = await IdentityHost.StartAsync();
        using var acme = await ConnectAsync(host);
        await acme.AddAsync(Person("ada", "same"));

        Assert.Equal((409, "uniqueness"), Of(await acme.SendAsync("POST", "/Users", Person("bob", "same"))));
        Assert.Equal(string.Empty, await acme.NamesAsync("externalId eq \"SAME\""));
        Assert.Equal("ada", await acme.NamesAsync("externalId eq \"same\""));
    }

    [Fact]
    public async Task Value_that_is_none_or_only_looks_like_one_names_its_field()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        foreach (var (attribute, value, field) in Values)
        {
            var person = Person("ada");
            person[attribute] = attribute == "emails" ? new JsonArray(new JsonObject { ["value"] = value }) : value;
            Assert.Equal((400, "invalidValue", "INPUT_INVALID", field), (await directory.SendAsync("POST", "/Users", person)).Refusal);
        }
    }

    [Fact]
    public async Task Body_malformed_is_refused_by_status()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        foreach (var (type, body, status) in Bodies)
        {
            foreach (var path in new[] { "/Users", "/Groups", "/Bulk", "/.search", "/Users/.search" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/scim/v2" + path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                Assert.Equal((body, status), (body, (await directory.SendAsync(request)).Refusal.Status));
            }
        }
    }

    [Fact]
    public async Task Body_too_large_or_too_deep_is_refused()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        var large = Person("ada");
        large["nickName"] = new string('a', 1024 * 1024);

        Assert.Equal((413, "tooLarge", "FILE_TOO_LARGE", null), (await directory.SendAsync("POST", "/Users", large)).Refusal);
        using var deep = new HttpRequestMessage(HttpMethod.Post, "/scim/v2/Users")
        {
            Content = new StringContent(string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40), Encoding.UTF8, "application/scim+json"),
        };
        Assert.Equal((400, "invalidSyntax"), Of(await directory.SendAsync(deep)));
    }

    [Fact]
    public async Task Method_that_an_address_has_not_is_refused_with_those_it_has()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        foreach (var (method, path, allowed) in new[] { ("PUT", "/Users", "GET, POST"), ("POST", "/Users/1", "GET, PUT, PATCH, DELETE"), ("DELETE", "/Schemas", "GET"), ("GET", "/Bulk", "POST") })
        {
            var refused = await directory.SendAsync(method, path);
            Assert.Equal(405, refused.Refusal.Status);
            Assert.Contains($"This address takes {allowed}.", refused.Body!.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Address_unknown_is_not_found_in_scims_form()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);
        foreach (var (method, path) in new[] { ("GET", "/Nothing"), ("POST", "/Users/1/2"), ("GET", "/Users/019a0000000070008000000000000001"), ("GET", "/Groups/no-id") })
        {
            Assert.Equal((404, null, "NOT_FOUND", null), (await directory.SendAsync(method, path)).Refusal);
        }
    }

    [Fact]
    public async Task Discovery_says_what_is_supported_and_takes_no_filter()
    {
        await using var host = await IdentityHost.StartAsync();
        using var directory = await ConnectAsync(host);

        var configuration = (await directory.GetAsync("/ServiceProviderConfig")).Body!;
        Assert.All(new[] { "patch", "bulk", "filter", "sort", "etag" }, name => Assert.True((bool)configuration[name]!["supported"]!));
        Assert.Equal(["User", "Group"], (await directory.ListAsync("/ResourceTypes")).Resources.Select(each => each["name"]!.ToString()));
        Assert.Equal([User, Enterprise, Group], (await directory.ListAsync("/Schemas")).Resources.Select(each => each["id"]!.ToString()));
        Assert.Equal(Enterprise, (await directory.GetAsync("/Schemas/" + Enterprise)).Id);
        Assert.Equal("/Users", (await directory.GetAsync("/ResourceTypes/User")).Body!["endpoint"]!.ToString());
        Assert.Equal(404, (await directory.GetAsync("/Schemas/urn:x")).Refusal.Status);
        Assert.Equal(403, (await directory.GetAsync("/Schemas?filter=id%20pr")).Refusal.Status);
        Assert.Equal(501, (await directory.GetAsync("/Me")).Refusal.Status);
    }

    private static (int Status, string? Type) Of(DirectoryAnswer answer) => (answer.Refusal.Status, answer.Refusal.ScimType);
}
