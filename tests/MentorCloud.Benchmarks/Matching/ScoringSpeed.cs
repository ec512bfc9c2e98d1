using System.Diagnostics;
using MentorCloud.Matching.Factors;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Benchmarks.Matching;

/// <summary>Nanoseconds a pair for twelve factors on one thread, beside a loop written by hand for this very data.</summary>
internal static class ScoringSpeed
{
    private const int Mentees = 500;
    private const int Mentors = 5000;
    private const int Rounds = 15;

    public static void Run(Action<string> write)
    {
        if (RosterInstances.Folder() is null)
        {
            write("NOT RUN: scoring; ../shared/data/onet is missing");
            return;
        }

        var input = RosterInstances.Input(Mentees, Mentors, full: true);
        var scores = new FactorScores(input);
        var byHand = new HandWrittenScoring(input);
        write($"greatest difference {Difference(scores, byHand):0.0e0} of 1");
        var (ours, hand) = (double.MaxValue, double.MaxValue);
        var row = new long[Mentors];
        var tile = new long[32 * Mentors];
        int[][] tiles = [.. Enumerable.Range(0, Mentees / 32).Select(t => Enumerable.Range(t * 32, 32).ToArray())];
        for (var round = 0; round < Rounds; round++)
        {
            ours = Math.Min(ours, Time(() => Array.ForEach(tiles, mentees => scores.FillTile(mentees, tile)), tiles.Length * 32));
            hand = Math.Min(hand, Time(() => Enumerable.Range(0, Mentees).ToList().ForEach(i => byHand.Fill(i, row)), Mentees));
        }

        write($"engine {ours:0.00} ns a pair, by hand {hand:0.00} ns, ratio {ours / hand:0.00}");
        MatchingArea.Add(new { part = "scoring", engineNs = ours, byHandNs = hand, ratio = ours / hand });
    }

    private static double Time(Action work, int mentees)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalNanoseconds / mentees / Mentors;
    }

    /// <summary>Both must do the same sums; forbidden pairs must be the same pairs.</summary>
    private static double Difference(FactorScores scores, HandWrittenScoring byHand)
    {
        var (one, other, most) = (new long[Mentors], new long[Mentors], 0L);
        for (var i = 0; i < Mentees; i++)
        {
            scores.Fill(i, one);
            byHand.Fill(i, other);
            for (var j = 0; j < Mentors; j++)
                most = Math.Max(most, Math.Abs(one[j] - other[j]));
        }

        return FixedPoint.ToDouble(most);
    }
}
