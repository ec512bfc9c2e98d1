using System.Globalization;
using System.Text.RegularExpressions;

namespace MentorCloud.Integration.Tests.Telemetry;

/// <summary>Prometheus' text format, read strictly: any line that the format does not allow fails.</summary>
internal sealed partial class Exposition
{
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> samples = new(StringComparer.Ordinal);

    private Exposition()
    {
    }

    /// <summary>Families with their types.</summary>
    public IReadOnlyDictionary<string, string> Types => types;

    /// <summary>Values by name and labels.</summary>
    public IReadOnlyDictionary<string, double> Samples => samples;

    public static Exposition Read(string text)
    {
        var read = new Exposition();
        foreach (var line in text.Split('\n').Where(line => line.Length > 0))
        {
            read.Take(line);
        }

        return read;
    }

    /// <summary>The sum of a name's samples over all labels.</summary>
    public double Sum(string name) => samples.Where(each => each.Key == name || each.Key.StartsWith(name + "{", StringComparison.Ordinal)).Sum(each => each.Value);

    private void Take(string line)
    {
        if (Comment().IsMatch(line))
        {
            var words = line.Split(' ');
            if (words[1] == "TYPE")
            {
                Assert.True(types.TryAdd(words[2], words[3]), $"A second TYPE: {line}");
            }

            return;
        }

        var sample = Sample().Match(line);
        Assert.True(sample.Success, $"No line of the format: {line}");
        var value = sample.Groups["value"].Value is "+Inf" ? double.PositiveInfinity : double.Parse(sample.Groups["value"].Value, CultureInfo.InvariantCulture);
        Assert.True(samples.TryAdd(sample.Groups["series"].Value, value), $"A series twice: {line}");
        Assert.Contains(types.Keys, family => sample.Groups["name"].Value.StartsWith(family, StringComparison.Ordinal));
    }

    [GeneratedRegex("^# ((HELP|UNIT) [a-zA-Z_:][a-zA-Z0-9_:]* .*|TYPE [a-zA-Z_:][a-zA-Z0-9_:]* (counter|gauge|histogram|untyped|summary)|EOF)$")]
    private static partial Regex Comment();

    [GeneratedRegex("""^(?<series>(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\.)*",?)*\})?) (?<value>[-+0-9.eE]+|\+Inf|NaN)( [0-9]+)?$""")]
    private static partial Regex Sample();
}
