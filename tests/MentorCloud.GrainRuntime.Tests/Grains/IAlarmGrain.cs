namespace MentorCloud.GrainRuntime.Tests.Grains;

public interface IAlarmGrain : IGrainWithStringKey
{
    Task Set(string name, TimeSpan due, TimeSpan period);

    Task Unset(string name);

    Task<IReadOnlyList<string>> Names();

    Task StartTimer(TimeSpan due, TimeSpan period);

    Task StopTimer();

    Task FailTicks(int count);
}
