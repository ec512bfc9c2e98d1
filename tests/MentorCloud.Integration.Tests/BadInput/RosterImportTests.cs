using MentorCloud.Integration.Tests.Imports;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.BadInput;

/// <summary>Rosters with errors: told line by line, and nothing of them imported unless asked for.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class RosterImportTests(DemoServer demo)
{
    private const string Selection = "read imported skipped problems { line column expected found }";

    // The quoted line break makes row three begin on line 4.
    private const string Roster = """
        external_id,kind,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees
        BAD-1,mentor,"Two
        lines",EXE-01,,Executive,Oslo,Europe/Oslo,4,1
        BAD-2,mentor,Right,EXE-01,,Executive,Oslo,Mars/Olympus,4,1
        BAD-3,mentee,Right,NO-SUCH,,Executive,Oslo,Europe/Oslo,4,0
        BAD-4,mentee,"=HYPERLINK(""x"")",POR-11,,Executive,Oslo,Europe/Oslo,4,0
        BAD-5,coach,Right,POR-11,,Executive,Oslo,Europe/Oslo,many,0
        BAD-1,mentee,Right,POR-11,,Executive,Oslo,Europe/Oslo,4,0

        """;

    [Fact]
    public async Task Roster_with_errors_is_refused_whole_with_line_and_column_of_each()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);
        var report = await client.TryMutateAsync("rosterImport", Selection, new { idempotencyKey = "bad-roster", csv = Roster });

        Assert.Equal("ROSTER_INVALID", report.GetProperty("userErrors")[0].GetProperty("code").GetString());
        Assert.Equal(0, report.GetProperty("imported").GetInt32());
        var places = report.GetProperty("problems").EnumerateArray()
            .Select(problem => $"{problem.GetProperty("line").GetInt32()} {problem.GetProperty("column").GetString()}");
        Assert.Equal(
            ["4 time_zone", "5 profile_code", "6 title", "7 hours_per_month", "7 kind", "8 external_id"], places.Order(StringComparer.Ordinal));
        Assert.All(report.GetProperty("problems").EnumerateArray(), problem => Assert.NotEmpty(problem.GetProperty("expected").GetString()!));
        Assert.Empty(await RosterUpload.KnownAsync(client, demo.Halvorsen, "BAD-1", "BAD-2", "BAD-3", "BAD-4", "BAD-5"));
    }

    [Fact]
    public async Task Roster_with_unknown_column_is_refused_with_the_column()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);

        var report = await client.TryMutateAsync("rosterImport", Selection, new { idempotencyKey = "bad-header", csv = "external_id,shoe_size\nX,44\n" });

        Assert.Equal("ROSTER_INVALID", report.GetProperty("userErrors")[0].GetProperty("code").GetString());
        Assert.Contains(report.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("column").GetString() == "shoe_size");
    }
}
