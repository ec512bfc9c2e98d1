using System.Collections.Concurrent;

namespace MentorCloud.GrainRuntime.Tests.Grains;

/// <summary>When each pulse came.</summary>
internal sealed class PulseBook
{
    public ConcurrentDictionary<string, List<DateTimeOffset>> Pulses { get; } = new(StringComparer.Ordinal);
}
