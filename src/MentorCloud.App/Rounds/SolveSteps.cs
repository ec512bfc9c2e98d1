using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Matching.Assignment;

namespace MentorCloud.App.Rounds;

/// <summary>Holds the engine's newest report until somebody asks for it.</summary>
internal sealed class SolveSteps : IProgress<SolveProgress>
{
    private SolveStep? newest;

    /// <inheritdoc/>
    public void Report(SolveProgress value) => Interlocked.Exchange(
        ref newest, new SolveStep(value.Step, value.Of == 0 ? 0 : Math.Clamp(value.Done / (double)value.Of, 0, 1)));

    /// <summary>The newest report since the last call; null when there is none.</summary>
    public SolveStep? Newest() => Interlocked.Exchange(ref newest, null);
}
