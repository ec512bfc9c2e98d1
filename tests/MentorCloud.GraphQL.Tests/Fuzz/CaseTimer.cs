namespace MentorCloud.GraphQL.Tests.Fuzz;

/// <summary>Measures one case of a fuzz run.</summary>
internal readonly struct CaseTimer
{
    private readonly TimeSpan _cpu = Environment.CpuUsage.TotalTime;
    private readonly long _started = TimeProvider.System.GetTimestamp();

    public CaseTimer()
    {
    }

    public void Stop(FuzzTally tally) => tally.Took(Environment.CpuUsage.TotalTime - _cpu, TimeProvider.System.GetElapsedTime(_started));
}
