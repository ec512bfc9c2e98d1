using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Operations;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Exports;

/// <summary>A suspended tenant's own admin takes all of it away; nobody else does, and nothing confided goes with it.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class TenantExportTests(PreparedFolder prepared) : IAsyncLifetime
{
    private const string Path = "/exports/tenant";
    private readonly DataFolder folder = prepared.Folder.Copy();
    private HostServer server = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(0, (await folder.RunAsync("tenant", "suspend", "halvorsen", "--reason", "unpaid")).ExitCode);
        server = await HostServer.StartAsync(folder, "--no-demo");
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Suspended_tenants_admin_exports_all_of_it_whole_and_checksummed()
    {
        using var admin = await prepared.Halvorsen.AdminAsync(server.Address);
        var seen = await admin.QueryAsync("{ participants(first: 100) { nodes { externalId name } } pairings(first: 100) { totalCount } cohorts(first: 10) { nodes { name } } }");

        var export = await admin.GetAsync(Path);

        Assert.Equal(HttpStatusCode.OK, export.Status);
        var lines = Lines(export.Body);
        CheckEnd(export.Body, lines);
        Assert.Equal(Words(seen, "participants", "externalId"), Values(lines, "participant").Select(one => Text(one.GetProperty("profile"), "externalId")).Order(StringComparer.Ordinal));
        Assert.Equal(Words(seen, "cohorts", "name"), Values(lines, "cohort").Select(one => Text(one.GetProperty("design"), "name")).Order(StringComparer.Ordinal));
        Assert.Equal(seen.GetProperty("pairings").GetProperty("totalCount").GetInt32(), Values(lines, "pairing").Count());
        Assert.Equal("halvorsen", Text(Assert.Single(Values(lines, "tenant")), "slug"));
        Assert.NotEmpty(Values(lines, "round"));
        Assert.NotEmpty(Values(lines, "pairingContracts"));
        Assert.Contains(Values(lines, "account"), one => Text(one, "email") == "admin@halvorsen.example");
        Assert.NotEmpty(Values(lines, "client"));
        Assert.Contains(Values(lines, "audit"), one => Text(one.GetProperty("entry"), "action") == "Export Tenant");
        Assert.DoesNotContain(lines, line => line.TryGetProperty("refused", out _));
    }

    [Fact]
    public async Task Export_holds_no_confided_text_no_secret_and_nothing_of_another_tenant()
    {
        using var mentor = await prepared.Halvorsen.MentorAsync(server.Address);
        using var admin = await prepared.Halvorsen.AdminAsync(server.Address);
        var notes = await mentor.QueryAsync("{ pairings(first: 40) { nodes { checkIns { notes { visibility text } } } } }");
        var confided = Texts(notes).ToList();

        var export = (await admin.GetAsync(Path)).Body;

        Assert.NotEmpty(confided);
        Assert.All(confided, text => Assert.DoesNotContain(text, export, StringComparison.Ordinal));
        Assert.DoesNotContain("passwordHash", export, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secretHash", export, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("meridian", export, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Other_role_client_and_anonymous_are_refused_and_another_tenants_admin_gets_their_own()
    {
        using var mentor = await prepared.Halvorsen.MentorAsync(server.Address);
        using var client = await prepared.Halvorsen.ClientAsync(server.Address);
        using var anonymous = GraphQLClient.Anonymous(server.Address);
        using var other = await prepared.Meridian.AdminAsync(server.Address);

        CheckRefused(await mentor.GetAsync(Path), HttpStatusCode.Forbidden, "FORBIDDEN");
        CheckRefused(await client.GetAsync(Path), HttpStatusCode.Forbidden, "FORBIDDEN");
        CheckRefused(await anonymous.GetAsync(Path), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        var lines = Lines((await other.GetAsync(Path + "?tenant=halvorsen")).Body);
        Assert.Equal(prepared.Meridian.Slug, Text(Assert.Single(Values(lines, "tenant")), "slug"));
    }

    private static void CheckRefused(GraphQLAnswer answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal(code, Text(answer.Json, "code"));
    }

    private static void CheckEnd(string body, List<JsonElement> lines)
    {
        var whole = Encoding.UTF8.GetBytes(body[..(body.TrimEnd('\n').LastIndexOf('\n') + 1)]);
        Assert.Equal("end", Text(lines[^1], "kind"));
        Assert.Equal(lines.Count - 1, lines[^1].GetProperty("lines").GetInt32());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(whole)), Text(lines[^1], "sha256"));
    }

    private static List<JsonElement> Lines(string body) =>
        [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static IEnumerable<JsonElement> Values(List<JsonElement> lines, string kind) =>
        lines.Where(line => Text(line, "kind") == kind).Select(line => line.GetProperty("value"));

    private static IEnumerable<string> Words(JsonElement seen, string list, string field) =>
        seen.GetProperty(list).GetProperty("nodes").EnumerateArray().Select(node => Text(node, field)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Texts(JsonElement seen) =>
        from pairing in seen.GetProperty("pairings").GetProperty("nodes").EnumerateArray()
        from checkIn in pairing.GetProperty("checkIns").EnumerateArray()
        from note in checkIn.GetProperty("notes").EnumerateArray()
        where Text(note, "visibility") is "PAIR" or "AUTHOR"
        select Text(note, "text");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
