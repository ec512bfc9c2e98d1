namespace MentorCloud.App.Demo;

/// <summary>Times the steps of a demo and notes whether any of them changed something.</summary>
internal sealed class DemoSteps(TimeProvider clock, DemoProgress? progress)
{
    private readonly Dictionary<string, double> seconds = [];
    private readonly long began = clock.GetTimestamp();

    /// <summary>Whether a step changed something.</summary>
    public bool Changed { get; set; }

    public async Task<T> RunAsync<T>(string name, Func<Task<T>> step)
    {
        progress?.Step(name);
        var start = clock.GetTimestamp();
        var result = await step();
        seconds[name] = Math.Round(clock.GetElapsedTime(start).TotalSeconds, 3);
        return result;
    }

    public IReadOnlyDictionary<string, double> Finish()
    {
        seconds["total"] = Math.Round(clock.GetElapsedTime(began).TotalSeconds, 3);
        return seconds;
    }
}
