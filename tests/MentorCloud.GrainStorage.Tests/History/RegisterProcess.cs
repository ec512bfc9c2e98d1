using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace MentorCloud.GrainStorage.Tests.History;

/// <summary>One life of the worker as its callers see it: answers, or the end.</summary>
internal sealed class RegisterProcess
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<RegisterState?>> _waiting = new();
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _guard = new();
    private long _last;
    private bool _over;

    private RegisterProcess(Process process) => _process = process;

    public static async Task<RegisterProcess> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(RegisterProcess).Assembly.Location, "registers", folder })
            start.ArgumentList.Add(argument);
        var one = new RegisterProcess(Process.Start(start)!);
        _ = Task.Run(one.ReadAsync);
        await one._ready.Task;
        return one;
    }

    /// <summary>Asks, and waits.</summary>
    /// <returns>The register after the operation; null when the process ended without an answer.</returns>
    public Task<RegisterState?> AskAsync(int register, long? value)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = new TaskCompletionSource<RegisterState?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        lock (_guard)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{id} {register}");
            if (_over || !TrySend(value is { } appended ? line + string.Create(CultureInfo.InvariantCulture, $" {appended}") : line))
                answer.TrySetResult(null);
        }

        return answer.Task;
    }

    /// <summary>kill -9, and waits until everything it had said was read.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    private bool TrySend(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "ready")
                _ready.SetResult();
            else
                Take(line.Split(' '));
        }

        lock (_guard)
            _over = true;
        _ready.TrySetException(new InvalidOperationException("The worker did not start."));
        foreach (var waiting in _waiting.Values)
            waiting.TrySetResult(null);
    }

    private void Take(string[] words)
    {
        long[] newest = words[2].Length == 0 ? [] : [.. words[2].Split(',').Select(text => long.Parse(text, CultureInfo.InvariantCulture))];
        var state = new RegisterState { Place = long.Parse(words[1], CultureInfo.InvariantCulture), Newest = newest };
        if (_waiting.TryRemove(long.Parse(words[0], CultureInfo.InvariantCulture), out var answer))
            answer.TrySetResult(state);
    }
}
