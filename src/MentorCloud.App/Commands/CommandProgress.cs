namespace MentorCloud.App.Commands;

/// <summary>Tells a person at a terminal what long work is doing: every step, and shares of it once a second.</summary>
internal sealed class CommandProgress(TextWriter output, TimeProvider clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private long last = clock.GetTimestamp();

    public void Step(string what) => output.WriteLine($"{what} ...");

    /// <summary>How much is done, 0 to 1.</summary>
    public void Share(string what, double share)
    {
        if (clock.GetElapsedTime(last) >= Between)
        {
            last = clock.GetTimestamp();
            output.WriteLine(FormattableString.Invariant($"{what}: {share:P0}"));
        }
    }
}
