using System.Text.Json;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Match;

/// <summary><c>match</c> on the program's own sample and, where it lies beside the repository, on the O*NET files.</summary>
public sealed class MatchTests
{
    private static readonly string Sample = Path.Combine(HostProgram.Repository!.FullName, "src", "MentorCloud.App", "Demo", "Sample");
    private static readonly string Onet = Path.Combine(HostProgram.Repository!.Parent!.FullName, "shared", "data", "onet");

    [Fact]
    public async Task Sample_is_matched_provably_best_and_every_score_is_the_sum_of_its_factors()
    {
        using var folder = new DataFolder();

        var answer = (await RunAsync(folder, Sample, "--work-styles", Path.Combine(Sample, "work-styles.csv"), "--json")).Json();

        Assert.Equal(0, answer.GetProperty("gap").GetDouble());
        var pairs = answer.GetProperty("pairs").EnumerateArray().ToList();
        Assert.Equal(20, pairs.Count + answer.GetProperty("unmatchedMentees").GetArrayLength());
        Assert.Equal(answer.GetProperty("total").GetDouble(), pairs.Sum(pair => pair.GetProperty("score").GetDouble()), 6);
        Assert.All(pairs, pair => Assert.Equal(
            pair.GetProperty("score").GetDouble(), pair.GetProperty("factors").EnumerateArray().Sum(factor => factor.GetProperty("share").GetDouble()), 6));
        Assert.Contains(Factor(pairs[0], "cognitiveDistance").GetProperty("value").ValueKind, new[] { JsonValueKind.Number });
        Assert.Equal(answer.GetProperty("unmatchedMentees").GetArrayLength(), answer.GetProperty("reasons").EnumerateArray().Count(reason =>
            answer.GetProperty("unmatchedMentees").EnumerateArray().Any(id => id.GetString() == reason.GetProperty("person").GetString())));
    }

    [Fact]
    public async Task Without_work_styles_cognitive_distance_is_missing_and_does_not_count()
    {
        using var folder = new DataFolder();

        var answer = (await RunAsync(folder, Sample, "--json")).Json();

        Assert.All(answer.GetProperty("pairs").EnumerateArray(), pair =>
        {
            Assert.Equal(JsonValueKind.Null, Factor(pair, "cognitiveDistance").GetProperty("value").ValueKind);
            Assert.Equal(0, Factor(pair, "cognitiveDistance").GetProperty("share").GetDouble());
        });
    }

    [Fact]
    public async Task Weights_of_one_factor_make_it_the_score()
    {
        using var folder = new DataFolder();
        await folder.WriteAsync("weights.json", [
            """{"skillComplementarity": 0, "EXPERIENCE_BREADTH": 0, "divisionDiversity": 7, "geographyDiversity": 0, "generationDiversity": 0,""",
            """ "industryDiversity": 0, "functionDiversity": 0, "cognitiveDistance": 0, "reciprocalValue": 0, "menteePreference": 0,""",
            """ "mentorPreference": 0, "sharedHours": 0}"""]);

        var answer = (await RunAsync(folder, Sample, "--weights", "weights.json", "--json")).Json();

        var pairs = answer.GetProperty("pairs").EnumerateArray().ToList();
        Assert.Equal("divisionDiversity", Assert.Single(pairs[0].GetProperty("factors").EnumerateArray()).GetProperty("factor").GetString());
        Assert.All(pairs, pair => Assert.Contains(pair.GetProperty("score").GetDouble(), new[] { 0.0, 1.0 }));
    }

    [Theory]
    [InlineData("""{"charm": 3}""", "'charm' is no factor")]
    [InlineData("""{"sharedHours": 101}""", "SHARED_HOURS")]
    [InlineData("""{"sharedHours": "much"}""", "expected a number")]
    [InlineData("""{"sharedHours": 1, "sharedHours": 2}""", "given once")]
    [InlineData("[1]", "expected a JSON object")]
    [InlineData("{", "this is no JSON")]
    public async Task Weights_that_are_wrong_are_refused_by_name(string weights, string says)
    {
        using var folder = new DataFolder();
        await folder.WriteAsync("weights.json", [weights]);

        var result = await RunAsync(folder, Sample, "--weights", "weights.json");

        Assert.Equal(9, result.ExitCode);
        Assert.Contains(result.Complaints, line => line.Contains("weights.json", StringComparison.Ordinal) && line.Contains(says, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Stages_give_a_plan_without_the_same_mentor_twice()
    {
        using var folder = new DataFolder();

        var answer = (await RunAsync(folder, Sample, "--stages", "3", "--json")).Json();

        var pairs = answer.GetProperty("pairs").EnumerateArray().Select(pair => (
            Stage: pair.GetProperty("stage").GetInt32(), Mentor: pair.GetProperty("mentor").GetString(), Mentee: pair.GetProperty("mentee").GetString())).ToList();
        Assert.Equal([1, 2, 3], pairs.Select(pair => pair.Stage).Distinct().Order());
        Assert.Equal(pairs.Count, pairs.DistinctBy(pair => (pair.Mentor, pair.Mentee)).Count());
        Assert.Equal(pairs.Count, pairs.DistinctBy(pair => (pair.Stage, pair.Mentee)).Count());
        Assert.Equal(answer.GetProperty("upperBound").GetDouble(), answer.GetProperty("value").GetDouble());
        Assert.Equal(0, answer.GetProperty("gap").GetDouble());
    }

    [Fact]
    public async Task Stages_and_an_objective_of_one_round_do_not_go_together()
    {
        using var folder = new DataFolder();

        Assert.Equal(2, (await RunAsync(folder, Sample, "--stages", "3", "--objective", "fair")).ExitCode);
    }

    [Theory]
    [InlineData("--stages", "65")]
    [InlineData("--stages", "two")]
    [InlineData("--stages", "")]
    [InlineData("--perspective-bonus", "NaN")]
    [InlineData("--perspective-bonus", "much")]
    public async Task Options_that_are_no_such_number_are_refused_by_name(string option, string value)
    {
        using var folder = new DataFolder();

        var result = await RunAsync(folder, Sample, option, value);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(option, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roster_with_errors_is_refused_by_line()
    {
        using var folder = new DataFolder();
        var lines = await File.ReadAllLinesAsync(Path.Combine(Sample, "roster.csv"), TestContext.Current.CancellationToken);
        await folder.WriteAsync("roster.csv", [lines[0], lines[1].Replace(",mentor,", ",guru,", StringComparison.Ordinal), .. lines[2..]]);

        var result = await HostProgram.RunAsync(folder, "match", "--people", "roster.csv", "--framework", Path.Combine(Sample, "skills.csv"));

        Assert.Equal(9, result.ExitCode);
        Assert.Contains(result.Complaints, line => line.Contains("roster.csv line 2, kind", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("total")]
    [InlineData("stable")]
    public async Task Onet_roster_is_matched(string objective)
    {
        Assert.SkipUnless(Directory.Exists(Onet), "NOT RUN: ../shared/data/onet does not lie beside the repository.");
        using var folder = new DataFolder();

        var answer = (await RunAsync(folder, Onet, "--work-styles", Path.Combine(Onet, "work-styles.csv"), "--objective", objective, "--json")).Json();

        Assert.Equal(111, answer.GetProperty("pairs").GetArrayLength() + answer.GetProperty("unmatchedMentees").GetArrayLength());
        Assert.True(answer.GetProperty("gap").GetDouble() >= 0);
        Assert.NotEmpty(answer.GetProperty("missing").EnumerateArray());
    }

    private static JsonElement Factor(JsonElement pair, string name) =>
        pair.GetProperty("factors").EnumerateArray().Single(factor => factor.GetProperty("factor").GetString() == name);

    private static Task<RunResult> RunAsync(DataFolder folder, string source, params IEnumerable<string> more) =>
        HostProgram.RunAsync(folder, ["match", "--people", Path.Combine(source, "roster.csv"), "--framework", Path.Combine(source, "skills.csv"), .. more]);
}
