using System.Globalization;

namespace MentorCloud.Benchmarks.Start;

/// <summary>The times of one program on one folder, in milliseconds from process start.</summary>
/// <param name="name">What was started.</param>
/// <param name="published">Whether it is the published host.</param>
internal sealed class StartTimes(string name, bool published)
{
    private readonly List<double> ready = [];
    private readonly List<double> answered = [];

    public string Name => name;

    public bool Published => published;

    /// <summary>Median until it was ready.</summary>
    public double Ready => Median(ready);

    /// <summary>Median until the first answered query.</summary>
    public double Answered => Median(answered);

    public string Slowest => string.Create(CultureInfo.InvariantCulture, $"{name}: {ready.Max():0} ms, {answered.Max():0} ms");

    public void Add((double Ready, double Answered) times, bool counts)
    {
        if (!counts) return;
        ready.Add(times.Ready);
        answered.Add(times.Answered);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
