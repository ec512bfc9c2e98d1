namespace MentorCloud.GrainStorage.Tests.History;

/// <summary>Append and register histories of many callers while the process is killed again and again.</summary>
public sealed class HistoryTests
{
    private const int Callers = 64;
    private const int Registers = 16;
    private const int Operations = 100_000;
    private const int Kills = 6;

    private long _order;
    private Task<RegisterProcess> _process = null!;

    [Fact]
    public async Task Hundred_thousand_operations_under_kills_are_linearizable()
    {
        using var folder = new TemporaryFolder();
        _process = RegisterProcess.StartAsync(folder.Path);
        var left = Operations;
        var moments = new Queue<(int Left, TaskCompletionSource Reached)>(Enumerable.Range(1, Kills).Select(kill =>
            (Operations - (Operations * kill / (Kills + 1)), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))));
        var reached = moments.ToDictionary(moment => moment.Left, moment => moment.Reached);
        var callers = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAsync(caller, () =>
        {
            var now = Interlocked.Decrement(ref left);
            if (reached.TryGetValue(now, out var moment))
                moment.SetResult();
            return now >= 0;
        }))).ToArray();
        foreach (var (_, moment) in moments)
        {
            await moment.Task;
            await KillAndRestartAsync(folder.Path);
        }

        var histories = (await Task.WhenAll(callers)).SelectMany(one => one).ToLookup(one => one.Register, one => one.Operation);
        await (await _process).KillAsync();

        Assert.Equal(Operations, histories.Sum(history => history.Count(one => one.Answer is not null)));
        Assert.Contains(histories.SelectMany(history => history), one => one.Answer is null);
        Assert.All(histories, history => Assert.Empty(HistoryChecker.Anomalies([.. history])));
    }

    /// <summary>Callers wait for the new process from the moment at which the old one is killed under those who asked it.</summary>
    private async Task KillAndRestartAsync(string folder)
    {
        var killed = await _process;
        var next = new TaskCompletionSource<RegisterProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _process, next.Task);
        await killed.KillAsync();
        next.SetResult(await RegisterProcess.StartAsync(folder));
    }

    private async Task<List<(int Register, Operation Operation)>> CallAsync(int caller, Func<bool> more)
    {
        var random = new Random(caller);
        var seen = new List<(int, Operation)>();
        var value = (long)caller << 32;
        while (more())
        {
            var register = random.Next(Registers);
            var append = random.Next(4) == 0;
            Operation one;
            do
            {
                // What got no answer stays in the history as it is, and is asked anew with another value.
                one = await OneAsync(register, append ? ++value : null);
                seen.Add((register, one));
            }
            while (one.Answer is null);
        }

        return seen;
    }

    private async Task<Operation> OneAsync(int register, long? value)
    {
        var process = await Volatile.Read(ref _process);
        var began = Interlocked.Increment(ref _order);
        var answer = await process.AskAsync(register, value);
        return new Operation(value, answer, began, answer is null ? long.MaxValue : Interlocked.Increment(ref _order));
    }
}
