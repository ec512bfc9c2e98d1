namespace MentorCloud.Identity.Tests.Hosting;

/// <summary>The system's clock, which a test can put forward: for tests with outside programs that have the system's clock too.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private TimeSpan _shift;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

    public void PutForward(TimeSpan by) => _shift += by;
}
