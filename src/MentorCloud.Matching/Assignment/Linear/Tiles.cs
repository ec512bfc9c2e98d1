namespace MentorCloud.Matching.Assignment.Linear;

/// <summary>Runs work on rows in parallel, tile by tile. What a row gives must not depend on other rows.</summary>
internal static class Tiles
{
    /// <summary>Calls <paramref name="tile"/> with the rows of each tile; a thread keeps its own <paramref name="local"/>.</summary>
    public static void Run<TLocal>(
        int[] rows, AssignmentOptions options, string step, Func<TLocal> local, Action<TLocal, int[]> tile, CancellationToken cancellation)
    {
        var size = RowReader.TileRows;
        var done = 0L;
        var parallel = new ParallelOptions
        {
            CancellationToken = cancellation,
            MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : Environment.ProcessorCount,
        };
        Parallel.For(0, (rows.Length + size - 1) / size, parallel, local, (index, _, state) =>
        {
            var first = index * size;
            tile(state, rows[first..Math.Min(rows.Length, first + size)]);
            options.Progress?.Report(new SolveProgress(step, Math.Min(rows.Length, Interlocked.Add(ref done, size)), rows.Length));
            return state;
        }, static _ => { });
    }
}
