using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Scores;
using MentorCloud.Testing;

namespace MentorCloud.Matching.Tests.Assignment;

public class StableObjectiveTests
{
    [Fact]
    public void Stable_on_small_problems_leaves_no_blocking_pair() =>
        Check.One(Law.Cases(400), Prop.ForAll(SmallProblems.Of(AssignmentObjective.Stable), problem =>
        {
            var verdict = CertificateChecker.Check(problem, AssignmentSolver.Solve(problem));
            return verdict.Valid ? true : throw new InvalidOperationException(verdict.Reason);
        }));

    [Fact]
    public void Stable_with_opposed_rankings_gives_mentees_their_best()
    {
        // Both mentees rank 0 over 1 and 1 over 0 crosswise; mentors rank the other way round: two stable answers exist.
        var problem = new AssignmentProblem
        {
            Scores = new DenseScores(2, 2, [2, 1, 1, 2]),
            MentorPreferences = new DenseScores(2, 2, [1, 2, 2, 1]),
            MentorCapacity = [1, 1],
            Objective = AssignmentObjective.Stable,
        };
        var result = AssignmentSolver.Solve(problem);
        Assert.Equal([new PairId(0, 0), new PairId(1, 1)], result.Pairs.Select(p => new PairId(p.Mentee, p.Mentor)));
    }

    [Fact]
    public void Checker_names_the_blocking_pair_of_an_unstable_assignment()
    {
        var problem = new AssignmentProblem { Scores = new DenseScores(2, 2, [9, 1, 8, 2]), MentorCapacity = [1, 1], Objective = AssignmentObjective.Stable };
        var result = AssignmentSolver.Solve(problem);
        var verdict = CertificateChecker.Check(problem, Altered.With(problem, result, [new PairId(0, 1), new PairId(1, 0)]));
        Assert.Equal("Mentee 0 and mentor 0 would both rather have each other.", verdict.Reason);
    }

    [Fact]
    public void Stable_where_all_tastes_agree_takes_memory_by_ranks_not_by_rows()
    {
        var problem = new AssignmentProblem
        {
            Scores = new CommonTaste(600, 500),
            MentorCapacity = [.. Enumerable.Repeat(1, 500)],
            MenteeDemand = [.. Enumerable.Repeat(1, 600)],
            Objective = AssignmentObjective.Stable,
        };

        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = AssignmentSolver.Solve(problem, new AssignmentOptions { Threads = 1 });
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Null(CertificateChecker.Check(problem, result).Reason);
        Assert.Equal(Enumerable.Range(0, 500).Select(k => new PairId(k, k)), result.Pairs.Select(p => new PairId(p.Mentee, p.Mentor)));
        Assert.InRange(allocated, 0, 20_000_000);
    }

    /// <summary>All mentees rank the mentors alike, and all mentors the mentees; nothing is stored.</summary>
    private sealed class CommonTaste(int mentees, int mentors) : PairScores(mentees, mentors)
    {
        public override void Fill(int mentee, Span<long> row)
        {
            for (var j = 0; j < row.Length; j++)
                row[j] = At(mentee, j);
        }

        public override long At(int mentee, int mentor) => 1_000_000 - (1_000L * mentor) - mentee;
    }
}
