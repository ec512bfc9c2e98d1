namespace MentorCloud.App.Hosting;

/// <summary>Turns of what keeps every core busy, of all tenants together; what somebody waits for never stands behind what nobody does.</summary>
internal sealed class SolverTurns : IDisposable
{
    /// <summary>Rounds and rotations: two at a time, so that a tenant's long solve holds up no other's short one.</summary>
    public FairTurns Rounds { get; } = new(2);

    /// <summary>Questions and drafts by hand: two at a time leave the server responsive.</summary>
    public FairTurns Questions { get; } = new(2);

    /// <inheritdoc/>
    public void Dispose()
    {
        Rounds.Dispose();
        Questions.Dispose();
    }
}
