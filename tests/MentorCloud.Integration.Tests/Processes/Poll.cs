namespace MentorCloud.Integration.Tests.Processes;

/// <summary>Waits for what another process does, looking again and again, never longer than its bound.</summary>
internal static class Poll
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(40);

    /// <summary>The first answer that is not null; fails with what was waited for when the bound is over.</summary>
    public static async Task<T> UntilAsync<T>(string what, TimeSpan bound, Func<Task<T?>> look)
        where T : class
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(began) < bound, $"Waited {bound.TotalSeconds:0} s in vain for {what}.");
            await Task.Delay(Between, TimeProvider.System);
        }
    }
}
