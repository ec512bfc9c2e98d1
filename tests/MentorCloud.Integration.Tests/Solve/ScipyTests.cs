using System.Diagnostics;
using System.Globalization;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Solve;

/// <summary>An outside judge: scipy's linear_sum_assignment on the same file.</summary>
public sealed class ScipyTests
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Reads the table, solves it, prints the total; "total" may leave anybody free, "coverage" must place all.</summary>
    private const string Judge = """
        import csv, sys
        import numpy as np
        from scipy.optimize import linear_sum_assignment
        rows = list(csv.DictReader(open(sys.argv[1])))
        mentees = {name: k for k, name in enumerate(dict.fromkeys(row["mentee"] for row in rows))}
        mentors = {name: k for k, name in enumerate(dict.fromkeys(row["mentor"] for row in rows))}
        scores = np.zeros((len(mentees), len(mentors)))
        for row in rows:
            scores[mentees[row["mentee"]], mentors[row["mentor"]]] = float(row["score"])
        if sys.argv[2] == "total":
            scores = np.maximum(scores, 0)
        i, j = linear_sum_assignment(scores, maximize=True)
        print(repr(float(scores[i, j].sum())))
        """;

    [Theory]
    [InlineData("total", 90, 70)]
    [InlineData("coverage", 70, 90)]
    public async Task Total_is_that_of_scipy(string objective, int mentees, int mentors)
    {
        Assert.SkipUnless(await RunAsync("-c", "import scipy") is not null, "NOT RUN: scipy is not installed; apt-get install python3-scipy.");
        using var folder = new DataFolder();
        var random = new Random(mentees);
        var rows = from i in Enumerable.Range(0, mentees)
                   from j in Enumerable.Range(0, mentors)
                   select string.Create(CultureInfo.InvariantCulture, $"m{j},e{i},{(random.NextDouble() * 2) - 1:R}");
        await folder.WriteAsync("scores.csv", ["mentor,mentee,score", .. rows]);

        var answer = (await HostProgram.RunAsync(folder, "solve", "--scores", "scores.csv", "--objective", objective, "--json")).Json();

        var judged = double.Parse((await RunAsync("-c", Judge, Path.Combine(folder.Root, "scores.csv"), objective))!, CultureInfo.InvariantCulture);
        Assert.InRange(answer.GetProperty("total").GetDouble(), judged * (1 - 1e-9), judged * (1 + 1e-9));
        Assert.Equal(0m, answer.GetProperty("gap").GetDecimal());
        Assert.Equal(objective == "coverage" ? Math.Min(mentees, mentors) : answer.GetProperty("pairs").GetArrayLength(), answer.GetProperty("pairs").GetArrayLength());
    }

    private static async Task<string?> RunAsync(params string[] arguments)
    {
        if (!File.Exists(Python))
        {
            return null;
        }

        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await error;
        return process.ExitCode == 0 ? output : null;
    }
}
