using System.Globalization;
using System.Text.Json;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Onet;

/// <summary>The main job on real occupations: the O*NET files, where they lie beside the repository.</summary>
public sealed class OnetDemoTests
{
    [Fact]
    public async Task Demo_on_the_onet_roster_matches_it_provably_best()
    {
        var files = HostProgram.Repository is { Parent: { } parent } ? Path.Combine(parent.FullName, "shared", "data", "onet") : string.Empty;
        Assert.SkipUnless(Directory.Exists(files), "NOT RUN: ../shared/data/onet does not lie beside the repository.");
        using var folder = new DataFolder();

        var summary = (await folder.RunAsync("demo", "--json", "--from", files)).Json();

        Assert.Equal(51, summary.GetProperty("mentors").GetInt32());
        Assert.Equal(111, summary.GetProperty("mentees").GetInt32());
        Assert.Equal(162, summary.GetProperty("participants").GetInt32());
        var pairings = summary.GetProperty("pairings").GetInt32();
        Assert.InRange(pairings, 1, Math.Min(111, await CapacityAsync(Path.Combine(files, "roster.csv"))));
        Assert.Equal(summary.GetProperty("upperBound").GetDecimal(), summary.GetProperty("totalScore").GetDecimal());
        Assert.True(summary.GetProperty("certificateVerified").GetBoolean());
        Assert.Equal(111 - pairings, summary.GetProperty("unmatched").EnumerateArray().Count(IsMentee));
        Assert.All(summary.GetProperty("unmatched").EnumerateArray(), each => Assert.NotEmpty(each.GetProperty("detail").GetString()!));
        TestContext.Current.SendDiagnosticMessage("O*NET: {0} pairings, seconds {1}", pairings, summary.GetProperty("seconds").GetRawText());
    }

    private static bool IsMentee(JsonElement unmatched) => unmatched.GetProperty("kind").GetString() == "Mentee";

    /// <summary>The sum of the mentors' last column, max_mentees.</summary>
    private static async Task<int> CapacityAsync(string roster) => (await File.ReadAllLinesAsync(roster))
        .Where(line => line.Contains(",mentor,", StringComparison.Ordinal)).Sum(line => int.Parse(line[(line.LastIndexOf(',') + 1)..], CultureInfo.InvariantCulture));
}
