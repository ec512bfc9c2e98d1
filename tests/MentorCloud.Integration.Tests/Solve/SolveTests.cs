using System.Text.Json;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Solve;

/// <summary>The answers of <c>solve</c> against every assignment there is.</summary>
public sealed class SolveTests
{
    private static readonly string[] Fields =
        ["objective", "total", "upperBound", "gap", "pairs", "unmatchedMentors", "unmatchedMentees", "seconds"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Total_is_the_greatest_sum_of_all_assignments(int seed)
    {
        var (sheet, answer, mentorOf) = await SolveAsync(seed, "total");

        var best = BruteForce.All(sheet).Max(each => BruteForce.ScoresOf(sheet, each).Sum());
        Assert.Equal(best, BruteForce.ScoresOf(sheet, mentorOf).Sum());
        Assert.Equal(best, answer.GetProperty("upperBound").GetDecimal());
        Assert.Equal(0m, answer.GetProperty("gap").GetDecimal());
        Assert.All(BruteForce.ScoresOf(sheet, mentorOf), score => Assert.True(score >= 0));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Coverage_is_the_greatest_sum_among_the_most_pairs(int seed)
    {
        var (sheet, answer, mentorOf) = await SolveAsync(seed, "coverage");

        var best = BruteForce.All(sheet).Select(each => BruteForce.ScoresOf(sheet, each)).Max(scores => (scores.Count, scores.Sum()));
        Assert.Equal(best, (answer.GetProperty("pairs").GetArrayLength(), BruteForce.ScoresOf(sheet, mentorOf).Sum()));
        Assert.Equal(best.Item2, answer.GetProperty("upperBound").GetDecimal());
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public async Task Fair_is_best_for_the_worst_off_among_the_most_pairs(int seed)
    {
        var (sheet, answer, mentorOf) = await SolveAsync(seed, "fair");

        var most = BruteForce.All(sheet).Select(each => BruteForce.ScoresOf(sheet, each)).GroupBy(scores => scores.Count).MaxBy(group => group.Key)!;
        var best = most.Aggregate((one, other) => one.Zip(other).FirstOrDefault(pair => pair.First != pair.Second) is var (x, y) && x < y ? other : one);
        Assert.Equal(best, BruteForce.ScoresOf(sheet, mentorOf));
        Assert.Equal(most.Max(scores => scores.Sum()), answer.GetProperty("upperBound").GetDecimal());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    public async Task Stable_leaves_no_pair_that_would_rather_have_each_other(int seed)
    {
        var (sheet, answer, mentorOf) = await SolveAsync(seed, "stable");

        Assert.False(BruteForce.IsBlocked(sheet, mentorOf));
        Assert.Equal(BruteForce.All(sheet).Max(each => BruteForce.ScoresOf(sheet, each).Sum()), answer.GetProperty("upperBound").GetDecimal());
    }

    [Fact]
    public async Task Without_json_the_answer_is_for_people()
    {
        using var folder = new DataFolder();
        await folder.WriteAsync("scores.csv", ["mentor,mentee,score", "Ana,Zoë,0.5", "Ben,Zoë,0.25", "Ben,Émile,-1"]);

        var result = await HostProgram.RunAsync(folder, "solve", "--scores", "scores.csv");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Zoë  Ana  0.5", result.Output, StringComparison.Ordinal);
        Assert.Contains("Without a partner, 1 mentee: Émile", result.Output, StringComparison.Ordinal);
        Assert.Contains("Proven: none has a greater total.", result.Output, StringComparison.Ordinal);
    }

    /// <summary>Solves a random table; checks what holds for every answer.</summary>
    private static async Task<(Sheet Sheet, JsonElement Answer, int[] MentorOf)> SolveAsync(int seed, string objective)
    {
        using var folder = new DataFolder();
        var sheet = Sheet.Random(seed, mentees: 6, mentors: 4);
        var answer = (await sheet.SolveAsync(folder, objective)).Json();

        Assert.Equal(Fields, answer.EnumerateObject().Select(field => field.Name));
        Assert.Equal(objective, answer.GetProperty("objective").GetString());
        var mentorOf = Enumerable.Repeat(-1, sheet.Mentees).ToArray();
        foreach (var pair in answer.GetProperty("pairs").EnumerateArray())
        {
            var mentee = Enumerable.Range(0, sheet.Mentees).Single(i => Sheet.Mentee(i) == pair.GetProperty("mentee").GetString());
            var mentor = Enumerable.Range(0, sheet.Mentors).Single(j => Sheet.Mentor(j) == pair.GetProperty("mentor").GetString());
            Assert.Equal(-1, mentorOf[mentee]);
            Assert.Equal(sheet.Scores[mentee, mentor], pair.GetProperty("score").GetDecimal());
            mentorOf[mentee] = mentor;
        }

        var total = answer.GetProperty("total").GetDecimal();
        Assert.Equal(BruteForce.ScoresOf(sheet, mentorOf).Sum(), total);
        Assert.Equal(answer.GetProperty("gap").GetDecimal(), answer.GetProperty("upperBound").GetDecimal() - total);
        Assert.All(Enumerable.Range(0, sheet.Mentors), j => Assert.True(mentorOf.Count(mentor => mentor == j) <= sheet.Capacities[j]));
        Assert.Equal(Names(sheet.Mentees, i => mentorOf[i] < 0, Sheet.Mentee), Strings(answer, "unmatchedMentees"));
        Assert.Equal(Names(sheet.Mentors, j => !mentorOf.Contains(j), Sheet.Mentor), Strings(answer, "unmatchedMentors"));
        return (sheet, answer, mentorOf);
    }

    private static IEnumerable<string> Names(int count, Func<int, bool> isUnmatched, Func<int, string> name) =>
        Enumerable.Range(0, count).Where(isUnmatched).Select(name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Strings(JsonElement answer, string field) =>
        answer.GetProperty(field).EnumerateArray().Select(each => each.GetString()!).Order(StringComparer.Ordinal);
}
