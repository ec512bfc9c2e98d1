using System.Globalization;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Solve;

/// <summary>A small table of scores, as files and as numbers. A null score is a pair that is not allowed.</summary>
internal sealed record Sheet(decimal?[,] Scores, int[] Capacities)
{
    public int Mentees => Scores.GetLength(0);

    public int Mentors => Scores.GetLength(1);

    /// <summary>Scores of two decimals from -0.6 to 1, few enough values to tie often; a fifth of the pairs not allowed.</summary>
    public static Sheet Random(int seed, int mentees, int mentors)
    {
        var random = new Random(seed);
        var scores = new decimal?[mentees, mentors];
        for (var i = 0; i < mentees; i++)
        {
            for (var j = 0; j < mentors; j++)
            {
                scores[i, j] = random.Next(5) == 0 ? null : random.Next(-6, 11) / 10m;
            }
        }

        return new Sheet(scores, [.. Enumerable.Range(0, mentors).Select(_ => random.Next(3))]);
    }

    public static string Mentor(int index) => $"Mentor {index}";

    public static string Mentee(int index) => $"Mentee {index}";

    /// <summary>Writes both files and runs the command on them.</summary>
    public async Task<RunResult> SolveAsync(DataFolder folder, string objective)
    {
        var rows = from i in Enumerable.Range(0, Mentees)
                   from j in Enumerable.Range(0, Mentors)
                   where Scores[i, j] is not null
                   select string.Create(CultureInfo.InvariantCulture, $"{Mentor(j)},{Mentee(i)},{Scores[i, j]}");
        await folder.WriteAsync("scores.csv", ["mentor,mentee,score", .. rows]);
        await folder.WriteAsync("capacities.csv", ["mentor,capacity", .. Capacities.Select((capacity, j) => $"{Mentor(j)},{capacity}")]);
        return await HostProgram.RunAsync(folder, "solve", "--scores", "scores.csv", "--capacities", "capacities.csv", "--objective", objective, "--json");
    }
}
