using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Solve;

/// <summary>Files that are wrong get a line that says where; files that are merely strange get an answer.</summary>
public sealed class SolveInputTests
{
    [Theory]
    [InlineData("", "line 1: expected a header row")]
    [InlineData("mentor;mentee;score\nA;B;1", "line 1: expected columns separated by commas")]
    [InlineData("mentor,mentee\nA,B", "line 1, score: expected the columns mentor, mentee, score")]
    [InlineData("mentor,mentee,score,note\nA,B,1,x", "line 1, note: expected the columns mentor, mentee, score and no others")]
    [InlineData("mentor,mentee,score,score\nA,B,1,1", "found the column twice")]
    [InlineData("mentor,mentee,score\nA,B,NaN", "line 2, score: expected a finite decimal number such as 0.75; found 'NaN'")]
    [InlineData("mentor,mentee,score\nA,B,-inf", "found '-inf'")]
    [InlineData("mentor,mentee,score\nA,B,1e999", "found '1e999'")]
    [InlineData("mentor,mentee,score\nA,B,1\nA,C,1e-2147483648", "line 3, score: expected a finite decimal number such as 0.75; found '1e-2147483648'")]
    [InlineData("mentor,mentee,score\nA,B,\"0,5\"", "found '0,5'")]
    [InlineData("mentor,mentee,score\nA,B,", "line 2, score: expected a finite decimal number such as 0.75; found nothing")]
    [InlineData("mentor,mentee,score\n,B,1", "line 2, mentor: expected a name")]
    [InlineData("mentor,mentee,score\nA,B,1,2", "line 2: expected 3 cells")]
    [InlineData("mentor,mentee,score\nA,B,1\n\nA,C,1\nA,B,2", "line 5: expected each pair once; found 'A and B', who stand on line 2 too")]
    [InlineData("mentor,mentee,score\nA,\"B,1\nC,D,1", "line 2: expected a closing quote")]
    [InlineData("mentor,mentee,score\nA\"a,B,1", "line 2: expected a cell with a quote in it to be quoted")]
    public async Task Scores_that_are_wrong_are_refused_by_line(string content, string says)
    {
        using var folder = new DataFolder();
        await folder.WriteAsync("scores.csv", content.Split('\n'));

        var result = await HostProgram.RunAsync(folder, "solve", "--scores", "scores.csv", "--json");

        Assert.Equal(9, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(result.Complaints, line => line.Contains("scores.csv " + says, StringComparison.Ordinal) || line.Contains(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A,-1", "line 2, capacity: expected a whole number from 0 to 1000000; found '-1'")]
    [InlineData("A,1.5", "found '1.5'")]
    [InlineData("A,99999999999999999999", "line 2, capacity: expected a whole number from 0 to 1000000; found '99999999999999999999'")]
    [InlineData("A,1e-2147483648", "found '1e-2147483648'")]
    [InlineData("A,2000000", "found '2000000'")]
    [InlineData("A,1\nA,1", "line 3, mentor: expected each mentor once")]
    public async Task Capacities_that_are_wrong_are_refused_by_line(string rows, string says)
    {
        using var folder = new DataFolder();
        await folder.WriteAsync("scores.csv", ["mentor,mentee,score", "A,B,1"]);
        await folder.WriteAsync("capacities.csv", ["mentor,capacity", .. rows.Split('\n')]);

        var result = await HostProgram.RunAsync(folder, "solve", "--scores", "scores.csv", "--capacities", "capacities.csv");

        Assert.Equal(9, result.ExitCode);
        Assert.Contains(result.Complaints, line => line.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Byte_order_mark_crlf_quotes_blanks_and_column_order_are_read()
    {
        using var folder = new DataFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Root, "scores.csv"),
            "\uFEFF\"Score\", mentee ,mentor\r\n0.50,\"Zoë \"\"Z\"\"\r\nLund\",A\r\n-1e-3,B,A\r\n,,\r\n\r\n 3 , B ,\"C, D\"\r\n");

        var answer = (await HostProgram.RunAsync(folder, "solve", "--scores", "scores.csv", "--json")).Json();

        Assert.Equal(3.5m, answer.GetProperty("total").GetDecimal());
        Assert.Equal(
            ["A: Zoë \"Z\"\r\nLund", "C, D: B"],
            answer.GetProperty("pairs").EnumerateArray().Select(pair => $"{pair.GetProperty("mentor").GetString()}: {pair.GetProperty("mentee").GetString()}"));
    }

    [Theory]
    [InlineData("", "A,1", "the scores allow none")]
    [InlineData("A,B,1", "A,0", "every mentor of an allowed pair has capacity 0")]
    [InlineData("A,B,-1", "A,1", "coverage would")]
    public async Task Table_without_a_feasible_pair_gets_an_empty_explained_answer(string scores, string capacities, string says)
    {
        using var folder = new DataFolder();
        await folder.WriteAsync("scores.csv", ["mentor,mentee,score", scores]);
        await folder.WriteAsync("capacities.csv", ["mentor,capacity", capacities]);

        var result = await HostProgram.RunAsync(folder, "solve", "--scores", "scores.csv", "--capacities", "capacities.csv", "--json");

        Assert.Equal(0, result.Json().GetProperty("pairs").GetArrayLength());
        Assert.Equal(0m, result.Json().GetProperty("upperBound").GetDecimal());
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentor_with_a_capacity_but_no_pair_is_unmatched_and_told()
    {
        using var folder = new DataFolder();
        await folder.WriteAsync("scores.csv", ["mentor,mentee,score", "A,B,1"]);
        await folder.WriteAsync("capacities.csv", ["mentor,capacity", "Nobody,3"]);

        var result = await HostProgram.RunAsync(folder, "solve", "--scores", "scores.csv", "--capacities", "capacities.csv", "--json");

        Assert.Equal("Nobody", Assert.Single(result.Json().GetProperty("unmatchedMentors").EnumerateArray()).GetString());
        Assert.Contains("without an allowed pair: Nobody", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_file_and_unknown_objective_are_told()
    {
        using var folder = new DataFolder();

        var missing = await HostProgram.RunAsync(folder, "solve", "--scores", "none.csv");
        var objective = await HostProgram.RunAsync(folder, "solve", "--scores", "none.csv", "--objective", "best");

        Assert.Equal(9, missing.ExitCode);
        Assert.Contains("none.csv does not exist", missing.Error, StringComparison.Ordinal);
        Assert.Equal(2, objective.ExitCode);
        Assert.Contains("'coverage'", objective.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_has_an_example()
    {
        using var folder = new DataFolder();

        var help = await HostProgram.RunAsync(folder, "solve", "--help");

        Assert.Equal(0, help.ExitCode);
        Assert.Contains("solve --scores scores.csv --capacities capacities.csv --objective fair --json", help.Output, StringComparison.Ordinal);
    }
}
