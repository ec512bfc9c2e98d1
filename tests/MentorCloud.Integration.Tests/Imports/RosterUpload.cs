using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.Ids;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Imports;

/// <summary>Bodies for <c>POST /imports/roster</c>.</summary>
internal static class RosterUpload
{
    public const string Header = "external_id,kind,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees";

    /// <summary>A right row of a mentee.</summary>
    public static string Mentee(string id) => $"{id},mentee,Shift Lead,POR-11,,Operations,Oslo,Europe/Oslo,4,0";

    /// <summary>A right row of a mentor with one place.</summary>
    public static string Mentor(string id) => $"{id},mentor,Plant Director,EXE-01,,Operations,Oslo,Europe/Oslo,4,1";

    /// <summary>A file of rows, as text.</summary>
    public static string File(params IEnumerable<string> rows) => string.Join('\n', [Header, .. rows]) + "\n";

    /// <summary>A body of bytes with the right content type.</summary>
    public static HttpContent Body(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("text/csv");
        return content;
    }

    /// <summary>A body of text in UTF-8.</summary>
    public static HttpContent Body(string text) => Body(Encoding.UTF8.GetBytes(text));

    /// <summary>A body of about so many bytes that is made while it is sent: every row has a code that the framework lacks.</summary>
    public static HttpContent Wrong(long bytes) => new Stream(bytes);

    /// <summary>Those of some people whom the tenant has; asked of their grains, because lists come a moment later.</summary>
    public static async Task<IReadOnlyList<string>> KnownAsync(GraphQLClient client, DemoTenant tenant, params string[] people)
    {
        GlobalId.TryRead<TenantId>(tenant.Id, "Tenant", out var id);
        var ids = people.Select(person => GlobalId.Of("Participant", ParticipantDecisions.IdOf(id, person)));
        var found = await client.QueryAsync("query($ids: [ID!]!) { nodes(ids: $ids) { ... on Participant { externalId } } }", new { ids });
        return [.. found.GetProperty("nodes").EnumerateArray().Where(node => node.ValueKind == JsonValueKind.Object).Select(node => node.GetProperty("externalId").GetString()!)];
    }

    private sealed class Stream : HttpContent
    {
        private static readonly string Title = new('t', 190);
        private readonly long bytes;

        public Stream(long bytes)
        {
            this.bytes = bytes;
            Headers.ContentType = new("text/csv");
        }

        protected override async Task SerializeToStreamAsync(System.IO.Stream stream, TransportContext? context)
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false), 81_920, leaveOpen: true);
            await writer.WriteAsync(Header + "\n");
            long written = 0;
            for (var number = 0; written < bytes; number++)
            {
                var row = string.Create(
                    CultureInfo.InvariantCulture, $"W-{number},mentee,{Title},NO-SUCH,,Operations,Oslo,Europe/Oslo,4,0\n");
                await writer.WriteAsync(row);
                written += row.Length;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
