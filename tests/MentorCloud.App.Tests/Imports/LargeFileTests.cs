using System.Text;
using MentorCloud.App.Imports;

namespace MentorCloud.App.Tests.Imports;

/// <summary>Files far larger than what may be held of them. The bytes are made while they are read.</summary>
[Collection(nameof(AloneCollection))]
public sealed class LargeFileTests
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task Memory_kept_does_not_grow_with_the_file()
    {
        // Every row but the first is refused as a duplicate, so that nothing but the reading itself could hold on to memory.
        var row = Encoding.UTF8.GetBytes($"m1,mentor,\"{new string('x', 150)}\",,,D,{new string('y', 100)},Europe/Warsaw,4,2\n");
        var watch = new MemoryWatch();
        await using var source = await Generate(row, 50 * Megabyte, watch);

        var report = await new RosterReader(null, ImportLimits.Default).CheckAsync(source);

        Assert.True(report.Read > 150_000);
        Assert.Equal(report.Read - 1, report.ErrorCount);
        Assert.True(watch.Most < 8 * Megabyte, $"{watch.Most} bytes kept");
        Assert.True(watch.Looks >= 10);
    }

    [Theory]
    [InlineData(",")]
    [InlineData("x")]
    [InlineData("\"x\n\",")]
    public async Task Row_without_end_is_read_over_in_bounded_memory(string piece)
    {
        var watch = new MemoryWatch();
        await using var source = await Generate(Encoding.UTF8.GetBytes(piece), 20 * Megabyte, watch);

        var report = await new RosterReader(null, ImportLimits.Default).CheckAsync(source);

        Assert.Contains(report.Errors, error => error.Expected.Contains("at most", StringComparison.Ordinal));
        Assert.True(watch.Most < 8 * Megabyte, $"{watch.Most} bytes kept");
        Assert.True(watch.Looks >= 4);
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

    private static Task<ImportSource> Generate(byte[] row, long bytes, MemoryWatch? watch = null)
    {
        var start = Encoding.UTF8.GetBytes(Files.RosterHeader + "\n");
        var content = new GeneratedStream(start, row, bytes / row.Length, seeks: true, watch is null ? null : watch.Look);
        return ImportSource.FromAsync("big.csv", content, ImportLimits.Default);
    }

    /// <summary>Progress on the reader's own thread; Progress of T would post it elsewhere.</summary>
    private sealed class Direct(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }

    /// <summary>Looks every 4 MB how much memory is alive, against the first look.</summary>
    private sealed class MemoryWatch
    {
        private long next;
        private long first;

        public int Looks { get; private set; }

        public long Most { get; private set; }

        public void Look(long position)
        {
            if (position < next)
            {
                return;
            }

            next = position + (4 * Megabyte);
            var alive = GC.GetTotalMemory(forceFullCollection: true);
            first = Looks++ == 0 ? alive : first;
            Most = Math.Max(Most, alive - first);
        }
    }
}
