using MentorCloud.Testing;

namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>Rows that were asked, and those that came out otherwise than the table says.</summary>
internal sealed class MatrixReport
{
    private static int total;
    private readonly Dictionary<string, int> rows = [];
    private readonly List<string> wrong = [];

    public int Count => rows.Values.Sum();

    /// <summary>Notes a row.</summary>
    public void Add(string flow, string what, string who, bool right, string seen)
    {
        rows[flow] = rows.GetValueOrDefault(flow) + 1;
        if (!right)
        {
            wrong.Add($"{flow}: {what} by {who}: {seen}");
        }
    }

    /// <summary>Prints how many rows each flow had, and fails with the rows that are wrong.</summary>
    public void Check()
    {
        var summary = string.Join(", ", rows.Select(flow => $"{flow.Key} {flow.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"Isolation matrix: {Count} rows ({summary}), {wrong.Count} wrong.");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Count} rows are wrong:\n{string.Join('\n', wrong.Take(60))}");
        SecuritySummary.Write("isolation-matrix", $"isolation matrix: {Interlocked.Add(ref total, Count)} rows, none wrong");
    }
}
