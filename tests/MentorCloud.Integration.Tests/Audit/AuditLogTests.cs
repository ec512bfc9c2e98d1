using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Audit;

/// <summary>A tenant's admin reads, narrows and takes away the audit log; whoever has the file alone can check it.</summary>
[Collection(ClockedCollection.Name)]
public sealed class AuditLogTests(ClockedServer server)
{
    private const string Entries = "query($first: Int, $after: String, $filter: AuditFilterInput) { auditEntries(first: $first, after: $after, filter: $filter) { totalCount nodes { number at actor action subject detail hash participant { id } } pageInfo { endCursor hasNextPage } } }";

    [Fact]
    public async Task Log_is_read_page_by_page_without_gap_and_reading_it_is_noted()
    {
        using var admin = await server.Demo.AdminAsync(server.Address);
        var (numbers, after) = (new List<int>(), (string?)null);
        for (var pages = 0; pages < 3; pages++)
        {
            var page = (await admin.QueryAsync(Entries, new { first = 7, after })).GetProperty("auditEntries");
            numbers.AddRange(page.GetProperty("nodes").EnumerateArray().Select(entry => entry.GetProperty("number").GetInt32()));
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.Equal(Enumerable.Range(1, 21), numbers);
        var reads = (await admin.QueryAsync(Entries, new { first = 100, filter = new { action = "Read AuditLog" } })).GetProperty("auditEntries");
        Assert.True(reads.GetProperty("totalCount").GetInt32() >= 4);
        Assert.All(reads.GetProperty("nodes").EnumerateArray(), entry => Assert.Equal("Read AuditLog", entry.GetProperty("action").GetString()));
    }

    [Fact]
    public async Task Log_is_narrowed_to_a_person_an_actor_and_a_time()
    {
        using var admin = await server.Demo.AdminAsync(server.Address);
        var person = (await admin.QueryAsync("{ participants(first: 1) { nodes { id } } }")).GetProperty("participants").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        await admin.QueryAsync("query($id: ID!) { participant(id: $id) { name } }", new { id = person });

        var about = (await admin.QueryAsync(Entries, new { first = 100, filter = new { participant = person, action = "Read Participant" } })).GetProperty("auditEntries").GetProperty("nodes");
        Assert.NotEqual(0, about.GetArrayLength());
        Assert.All(about.EnumerateArray(), entry => Assert.Equal(person, entry.GetProperty("participant").GetProperty("id").GetString()));
        var actor = about[0].GetProperty("actor").GetString();
        Assert.StartsWith("user:", actor, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(admin, new { actor, until = "2001-01-01T00:00:00Z" }));
        Assert.NotEqual(0, await CountAsync(admin, new { actor, from = "2001-01-01T00:00:00Z" }));
        Assert.Equal(0, await CountAsync(admin, new { actor = "user:nobody" }));
    }

    [Theory]
    [InlineData("z1")]
    [InlineData("a")]
    [InlineData("a-1")]
    [InlineData("a99999999999999999999999")]
    [InlineData("")]
    public async Task Cursor_that_is_none_is_refused(string after)
    {
        using var admin = await server.Demo.AdminAsync(server.Address);
        Assert.Equal("CURSOR_INVALID", (await admin.SendAsync(Entries, new { first = 1, after })).ErrorCode);
        Assert.Equal("INPUT_INVALID", (await admin.SendAsync(Entries, new { first = 101 })).ErrorCode);
        Assert.Equal("NOT_FOUND", (await admin.SendAsync(Entries, new { filter = new { participant = "nobody" } })).ErrorCode);
    }

    [Fact]
    public async Task Exported_lines_are_the_whole_log_and_their_hashes_hold()
    {
        using var admin = await server.Demo.AdminAsync(server.Address);
        var (status, type, body) = await admin.FetchAsync("/exports/audit");
        Assert.Equal((HttpStatusCode.OK, "application/jsonl"), (status, type));
        var lines = body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        GlobalId.TryRead<TenantId>(server.Demo.Id, "Tenant", out var tenant);
        var before = new byte[32];
        for (var index = 0; index < lines.Count; index++)
        {
            Assert.Equal(index + 1, lines[index].GetProperty("number").GetInt64());
            before = Hash(before, tenant.ToString(), lines[index]);
            Assert.Equal(lines[index].GetProperty("hash").GetString(), Convert.ToHexStringLower(before));
        }

        Assert.Contains(lines, line => line.GetProperty("action").GetString() == "Export AuditLog");
    }

    [Fact]
    public async Task Export_is_for_the_admins_alone()
    {
        using var mentor = await server.Demo.MentorAsync(server.Address);
        using var client = await server.Demo.ClientAsync(server.Address);
        using var nobody = GraphQLClient.Anonymous(server.Address);
        Assert.Equal(HttpStatusCode.Forbidden, (await mentor.FetchAsync("/exports/audit")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.FetchAsync("/exports/audit")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.FetchAsync("/exports/audit")).Status);
    }

    private static async Task<int> CountAsync(GraphQLClient admin, object filter) =>
        (await admin.QueryAsync(Entries, new { first = 1, filter })).GetProperty("auditEntries").GetProperty("totalCount").GetInt32();

    /// <summary>The chain as docs/security.md describes it, written here a second time.</summary>
    private static byte[] Hash(byte[] before, string tenant, JsonElement line)
    {
        var bytes = new List<byte>([.. "mentorcloud-audit-1"u8, .. before]);
        bytes.AddRange(Number(line.GetProperty("number").GetInt64()));
        bytes.AddRange(Number(line.GetProperty("at").GetDateTimeOffset().UtcTicks));
        foreach (var text in new[] { tenant }.Concat(new[] { "actor", "action", "subject", "person", "detail" }.Select(name => line.GetProperty(name).GetString())))
        {
            var utf8 = Encoding.UTF8.GetBytes(text ?? string.Empty);
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, text is null ? -1 : utf8.Length);
            bytes.AddRange([.. length, .. utf8]);
        }

        return SHA256.HashData([.. bytes]);
    }

    private static byte[] Number(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
