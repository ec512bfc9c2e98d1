namespace MentorCloud.Matching.Assignment.Linear;

/// <summary>Runs work on rows in parallel, tile by tile. What a row gives must not depend on other rows.</summary>
internal static class Tiles
{
    public static void Run<TLocal>(
        int rows,
        int tileRows,
        AssignmentOptions options,
        string step,
        Func<TLocal> local,
        Action<TLocal, int> row,
        CancellationToken cancellation)
    {
        var tiles = (rows + tileRows - 1) / tileRows;
        var done = 0L;
        var parallel = new ParallelOptions
        {
            CancellationToken = cancellation,
            MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : Environment.ProcessorCount,
        };
        Parallel.For(0, tiles, parallel, local, (tile, _, state) =>
        {
            var end = Math.Min(rows, (tile + 1) * tileRows);
            for (var i = tile * tileRows; i < end; i++)
                row(state, i);
            options.Progress?.Report(new SolveProgress(step, Math.Min(rows, Interlocked.Add(ref done, tileRows)), rows));
            return state;
        }, static _ => { });
    }
}
