using System.Globalization;
using System.Text;
using MentorCloud.App.Imports;
using MentorCloud.App.Spreadsheets;

namespace MentorCloud.App.Tests.Spreadsheets;

public sealed class ScoreFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scores");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(3)]
    [InlineData(4_000)]
    public void Pair_that_stands_twice_is_told_with_both_lines_in_small_and_in_thin_tables(int people)
    {
        var log = new ImportLog(ImportLimits.Default);

        Assert.Null(Read(people, "1,1,0.5", log));

        Assert.Equal(people + 2, Assert.Single(log.ToReport().Errors).Line);
        Assert.Contains("line 3 too", log.ToReport().Errors[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Thin_table_of_many_people_takes_memory_by_its_rows_only()
    {
        // 40,000 x 40,000 names would be 200 MB of bits.
        const int People = 40_000;
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(People, Read(People, string.Empty, new ImportLog(ImportLimits.Default))!.Rows.Count);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    /// <summary>Each mentee with the mentor of the same number, and one more row.</summary>
    private ScoreTable? Read(int people, string row, ImportLog log)
    {
        var text = new StringBuilder("mentor,mentee,score\n");
        for (var person = 0; person < people; person++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{person},{person},0.5\n");
        }

        var file = new FileInfo(Path.Combine(folder.FullName, "scores.csv"));
        File.WriteAllText(file.FullName, text.Append(row).ToString());
        return ScoreFile.Read(file, log, null, CancellationToken.None);
    }
}
