using MentorCloud.App.Imports;
using MentorCloud.App.Spreadsheets;
using MentorCloud.Matching.Assignment;
using MentorCloud.Testing;

namespace MentorCloud.App.Tests.Spreadsheets;

public sealed class LateProgressTests
{
    [Fact]
    public void Progress_is_said_once_a_second_from_the_second_second_on()
    {
        var clock = new ManualTimeProvider();
        using var output = new StringWriter();
        var progress = new LateProgress(output, clock);

        progress.Report(new SolveProgress("price", 1, 9));
        clock.Advance(TimeSpan.FromSeconds(1.5));
        progress.Report(new ImportProgress("scores.csv", 50, 100, 7));
        progress.Report(new SolveProgress("price", 2, 9));
        clock.Advance(TimeSpan.FromSeconds(1));
        progress.Report(new SolveProgress("price", 3, 9));

        Assert.Equal(["1 s: reading scores.csv: 7 rows, 50 %", "2 s: testing all other pairs: 3 of 9"], output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
