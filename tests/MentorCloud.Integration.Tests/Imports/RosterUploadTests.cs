using System.Net;
using System.Text;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Imports;

/// <summary><c>POST /imports/roster</c>: what a file may look like, and what is told about one that is wrong.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class RosterUploadTests(DemoServer demo)
{
    private const long Large = 200L * 1024 * 1024;
    private const long MostMemoryGrowth = 200L * 1024 * 1024;

    public static TheoryData<string, byte[]> NotUtf8() => new()
    {
        { "UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(RosterUpload.File(RosterUpload.Mentee("ENC-1")))] },
        { "UTF-16 without", Encoding.Unicode.GetBytes(RosterUpload.File(RosterUpload.Mentee("ENC-2"))) },
        { "UTF-32", [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(RosterUpload.File(RosterUpload.Mentee("ENC-3")))] },
        { "a workbook", "PK\u0003\u0004 and so on"u8.ToArray() },
        { "", Encoding.Latin1.GetBytes(RosterUpload.File(RosterUpload.Mentee("ENC-4").Replace("Oslo,", "Tromsø,", StringComparison.Ordinal))) },
    };

    [Fact]
    public async Task Upload_of_200_megabytes_is_read_in_bounded_memory_and_told_by_line()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);
        var before = demo.PeakMemory;

        var (status, report) = await client.UploadRosterAsync(RosterUpload.Wrong(Large), "upload-large");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("ROSTER_INVALID", report.GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal(report.GetProperty("read").GetInt32(), report.GetProperty("errorCount").GetInt32());
        Assert.Equal(1000, report.GetProperty("errors").GetArrayLength());
        Assert.Equal(2, report.GetProperty("errors")[0].GetProperty("line").GetInt64());
        Assert.Equal("profile_code", report.GetProperty("errors")[0].GetProperty("column").GetString());
        Assert.True(before is null || demo.PeakMemory - before < MostMemoryGrowth, $"The server grew from {before} to {demo.PeakMemory} bytes.");
    }

    [Theory]
    [MemberData(nameof(NotUtf8))]
    public async Task Upload_in_another_encoding_is_refused_with_the_right_one(string found, byte[] bytes)
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);

        var (status, report) = await client.UploadRosterAsync(RosterUpload.Body(bytes), "upload-encoding");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("UTF-8", report.GetProperty("errors")[0].GetProperty("expected").GetString(), StringComparison.Ordinal);
        Assert.Contains(found, report.GetProperty("errors")[0].GetProperty("found").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, report.GetProperty("imported").GetInt32());
    }

    [Fact]
    public async Task Upload_with_byte_order_mark_and_quoted_newlines_is_imported_once()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);
        var text = RosterUpload.File(
            RosterUpload.Mentee("NL-1").Replace("Shift Lead", "\"Shift\r\nLead\"", StringComparison.Ordinal), RosterUpload.Mentee("NL-2"));
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];

        var (status, report) = await client.UploadRosterAsync(RosterUpload.Body(bytes), "upload-newlines", "?skipInvalid=true");
        var (_, again) = await client.UploadRosterAsync(RosterUpload.Body(bytes), "upload-newlines", "?skipInvalid=true");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(2, report.GetProperty("read").GetInt32());
        Assert.Equal(2, report.GetProperty("imported").GetInt32() + report.GetProperty("skipped").GetInt32());
        Assert.Equal(0, again.GetProperty("imported").GetInt32());
        Assert.Contains("NL-2", await RosterUpload.KnownAsync(client, demo.Halvorsen, "NL-1", "NL-2"));
    }

    [Fact]
    public async Task Upload_with_wrong_rows_is_refused_whole_with_line_and_column_of_each()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);
        var text = RosterUpload.File(
            RosterUpload.Mentee("UP-1"),
            RosterUpload.Mentee("UP-1"),
            RosterUpload.Mentee("UP-2").Replace("Shift Lead", "=1+1", StringComparison.Ordinal),
            RosterUpload.Mentee("UP-3").Replace("POR-11", "NO-SUCH", StringComparison.Ordinal),
            "UP-4,mentee,\"cut off");

        var (status, report) = await client.UploadRosterAsync(RosterUpload.Body(text), "upload-wrong");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var places = report.GetProperty("errors").EnumerateArray()
            .Select(error => $"{error.GetProperty("line").GetInt64()} {error.GetProperty("column").GetString()}".TrimEnd()).ToList();
        Assert.Contains("3 external_id", places);
        Assert.Contains("4 title", places);
        Assert.Contains("5 profile_code", places);
        Assert.Contains(places, place => place.StartsWith('6'));
        Assert.Equal(0, report.GetProperty("imported").GetInt32());
    }

    [Fact]
    public async Task Upload_by_nobody_is_unauthenticated_and_by_a_mentor_forbidden()
    {
        using var nobody = GraphQLClient.Anonymous(demo.Address);
        using var mentor = await demo.Halvorsen.MentorAsync(demo.Address);
        var body = RosterUpload.File(RosterUpload.Mentee("ROLE-1"));

        await RefusedAsync(nobody, HttpStatusCode.Unauthorized, "UNAUTHENTICATED", body);
        await RefusedAsync(mentor, HttpStatusCode.Forbidden, "FORBIDDEN", body);
    }

    [Fact]
    public async Task Upload_into_another_tenants_cohort_answers_like_an_unknown_one()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);
        var body = RosterUpload.File(RosterUpload.Mentee("FOREIGN-1"));

        foreach (var cohort in new[] { demo.Meridian.Cohort, "bm9uc2Vuc2U" })
        {
            await RefusedAsync(client, HttpStatusCode.NotFound, "NOT_FOUND", body, $"?cohort={Uri.EscapeDataString(cohort)}");
        }
    }

    [Fact]
    public async Task Upload_of_another_content_type_or_without_key_is_refused_by_header()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");

        var (type, byType) = await client.UploadRosterAsync(json, "upload-type");
        var (key, byKey) = await client.UploadRosterAsync(RosterUpload.Body(RosterUpload.File()), key: null);

        Assert.Equal((HttpStatusCode.BadRequest, "Content-Type"), (type, byType.GetProperty("field").GetString()));
        Assert.Equal((HttpStatusCode.BadRequest, "Idempotency-Key"), (key, byKey.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Upload_that_breaks_off_imports_nothing()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);
        await client.BreakOffUploadAsync(demo.Address, RosterUpload.File(RosterUpload.Mentee("CUT-1")), "upload-cut");

        Assert.Empty(await RosterUpload.KnownAsync(client, demo.Halvorsen, "CUT-1"));
    }

    private static async Task RefusedAsync(GraphQLClient client, HttpStatusCode status, string code, string body, string query = "")
    {
        var (found, report) = await client.UploadRosterAsync(RosterUpload.Body(body), "upload-refused", query);
        Assert.Equal(status, found);
        Assert.Equal(code, report.GetProperty("code").GetString());
    }
}
