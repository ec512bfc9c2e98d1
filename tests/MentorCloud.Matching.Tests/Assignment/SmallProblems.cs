using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Tests.Assignment;

/// <summary>Random tiny problems with every feature, few enough pairs for <see cref="BruteForce"/>.</summary>
internal static class SmallProblems
{
    public static Arbitrary<AssignmentProblem> Of(AssignmentObjective objective) => Gen.Choose(0, int.MaxValue - 1).Select(seed => Make(seed, objective)).ToArbitrary();

    public static AssignmentProblem Make(int seed, AssignmentObjective objective)
    {
        var random = new Random(seed);
        var (mentees, mentors) = (random.Next(1, 5), random.Next(1, 4));
        var spread = random.Next(2) == 0 ? 3 : 100;
        var values = new long[mentees * mentors];
        for (var k = 0; k < values.Length; k++)
            values[k] = random.Next(6) == 0 ? FixedPoint.Forbidden : random.Next(-spread / 3, spread);
        var problem = new AssignmentProblem
        {
            Scores = new DenseScores(mentees, mentors, values),
            MentorCapacity = [.. Enumerable.Range(0, mentors).Select(_ => random.Next(0, 4))],
            MenteeDemand = random.Next(2) == 0 ? default : [.. Enumerable.Range(0, mentees).Select(_ => random.Next(0, 3))],
            Objective = objective,
        };
        var pairs = Enumerable.Range(0, mentees).SelectMany(i => Enumerable.Range(0, mentors).Select(j => new PairId(i, j))).OrderBy(_ => random.Next()).ToArray();
        problem = problem with { Vetoes = [.. pairs.Take(random.Next(0, 2))] };
        problem = problem with { PassedOver = [.. Enumerable.Range(0, mentees).Where(_ => random.Next(4) == 0)] };
        if (random.Next(2) == 0)
            problem = problem with { Standing = [.. pairs.Skip(1).Take(2).Select(p => new StandingPair(p.Mentee, p.Mentor, random.Next(0, 30)))] };
        return random.Next(2) == 0 ? problem : problem with { Pins = Pin(problem, pairs) };
    }

    private static ImmutableArray<PairId> Pin(AssignmentProblem problem, PairId[] pairs)
    {
        var pin = pairs.FirstOrDefault(p => !problem.Vetoes.Contains(p)
            && problem.Scores.At(p.Mentee, p.Mentor) != FixedPoint.Forbidden
            && problem.MentorCapacity[p.Mentor] > 0
            && (problem.MenteeDemand.IsDefault || problem.MenteeDemand[p.Mentee] > 0), new PairId(-1, -1));
        return pin.Mentee < 0 ? [] : [pin];
    }
}
