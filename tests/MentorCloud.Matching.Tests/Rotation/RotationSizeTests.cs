using MentorCloud.Matching.Rotation;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Tests.Rotation;

/// <summary>What is too large is refused by its code before memory is taken for it.</summary>
public class RotationSizeTests
{
    private const long FewBytes = 4_000_000;

    [Theory]
    [InlineData(5_000, 4_000, 1, 2)] // Pairs.
    [InlineData(2_000, 1, 9_999, 2)] // Perspectives of mentees.
    [InlineData(1, 300_000, 1, 64)] // Stages of mentors.
    [InlineData(300_000, 300_000, 1, 2)] // More pairs than a 32-bit number counts.
    public void Rotation_that_is_too_large_is_refused_before_its_network_is_made(int mentees, int mentors, int perspectives, int stages)
    {
        var problem = new RotationProblem
        {
            Scores = new SameScores(mentees, mentors),
            Stages = stages,
            MentorCapacity = [.. Enumerable.Repeat(1, mentors)],
            Perspective = [.. Enumerable.Range(0, mentors).Select(_ => perspectives - 1)],
        };

        Refused(problem, mentors);
    }

    [Fact]
    public void Rotation_of_too_many_different_windows_is_refused()
    {
        var problem = new RotationProblem
        {
            Scores = new SameScores(2_080, 1_000),
            Stages = 64,
            MentorCapacity = [.. Enumerable.Repeat(1, 1_000)],
            MenteeWindow = [.. from first in Enumerable.Range(0, 64) from last in Enumerable.Range(first, 64 - first) select new StageWindow(first, last)],
        };

        Refused(problem, 1_000);
    }

    [Fact]
    public void Places_beyond_all_mentees_are_planned()
    {
        var problem = new RotationProblem { Scores = new SameScores(2_000, 300), Stages = 64, MentorCapacity = [.. Enumerable.Repeat(int.MaxValue, 300)], FirstOpenStage = 62 };

        var plan = RotationSolver.Solve(problem);

        Assert.Null(RotationChecker.Check(problem, plan).Reason);
        Assert.Equal((4_000, 0L), (plan.Pairs.Length, plan.Gap));
    }

    private static void Refused(RotationProblem problem, int mentors)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Assert.Throws<MatchingException>(() => RotationSolver.Solve(problem));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(MatchingErrors.TooLarge, refusal.Code);
        Assert.InRange(allocated, 0, FewBytes + (800L * mentors));
    }

    /// <summary>Every pair scores 1, and no pair takes memory.</summary>
    private sealed class SameScores(int mentees, int mentors) : PairScores(mentees, mentors)
    {
        public override void Fill(int mentee, Span<long> row) => row.Fill(1);
    }
}
