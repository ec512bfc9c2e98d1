using System.Text;
using MentorCloud.App.Imports;

namespace MentorCloud.App.Tests.Imports;

/// <summary>Files far larger than what may be held of them. The bytes are made while they are read.</summary>
public sealed class LargeFileTests
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task Memory_kept_does_not_grow_with_the_file()
    {
        // Every row is refused as a duplicate, so that nothing but the reading itself could hold on to memory.
        var row = Encoding.UTF8.GetBytes($"m1,mentor,\"{new string('x', 150)}\",,,D,{new string('y', 100)},Europe/Warsaw,4,2\n");
        await using var source = await Generate(row, 50 * Megabyte);
        var watch = new MemoryWatch();

        var report = await new RosterReader(null, ImportLimits.Default).CheckAsync(source, watch);

        Assert.True(report.Read > 150_000);
        Assert.Equal(report.Read - 1, report.ErrorCount);
        Assert.True(watch.Most < 8 * Megabyte, $"{watch.Most} bytes kept");
    }

    [Theory]
    [InlineData(",")]
    [InlineData("x")]
    [InlineData("\"\n\",")]
    public async Task Row_without_end_is_read_over_in_bounded_memory(string piece)
    {
        await using var source = await Generate(Encoding.UTF8.GetBytes(piece), 20 * Megabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var report = await new RosterReader(null, ImportLimits.Default).CheckAsync(source);

        Assert.Contains(report.Errors, error => error.Expected.Contains("at most", StringComparison.Ordinal));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 40 * Megabyte);
    }

    [Fact]
    public async Task Progress_goes_up_to_the_whole_file()
    {
        await using var source = await Generate(Encoding.UTF8.GetBytes(Files.Mentor("m1") + "\n"), Megabyte);
        var told = new List<ImportProgress>();

        await new RosterReader(null, ImportLimits.Default).CheckAsync(source, new Direct(told.Add));

        Assert.True(told.Count > 10);
        Assert.Equal(told[^1].TotalBytes, told[^1].BytesRead);
        Assert.Equal(told.OrderBy(each => each.BytesRead), told);
    }

    private static Task<ImportSource> Generate(byte[] row, long bytes) => ImportSource.FromAsync(
        "big.csv", new GeneratedStream(Encoding.UTF8.GetBytes(Files.RosterHeader + "\n"), row, bytes / row.Length, seeks: true), ImportLimits.Default);

    /// <summary>Progress on the reader's own thread; Progress of T would post it elsewhere.</summary>
    private sealed class Direct(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }

    /// <summary>Looks every 40,000 rows how much memory is alive, against the first look.</summary>
    private sealed class MemoryWatch : IProgress<ImportProgress>
    {
        private long? first;

        public long Most { get; private set; }

        public void Report(ImportProgress value)
        {
            if (value.Rows % 40_000 != 0 && first is not null)
            {
                return;
            }

            var alive = GC.GetTotalMemory(forceFullCollection: true);
            first ??= alive;
            Most = Math.Max(Most, alive - first.Value);
        }
    }
}
