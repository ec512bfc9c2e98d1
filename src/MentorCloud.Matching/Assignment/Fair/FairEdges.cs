using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Fair;

/// <summary>The pairs that may still be part of a fair assignment, mentee by mentee.</summary>
internal sealed class FairEdges
{
    public FairEdges(ValueModel model, long mostPairs)
    {
        var (mentor, score) = (new List<int>(), new List<long>());
        Start = new int[model.Scores.Mentees + 1];
        var row = new long[model.Scores.Mentors];
        for (var i = 0; i < model.Scores.Mentees; i++)
        {
            model.Scores.Fill(i, row);
            for (var j = 0; j < row.Length; j++)
            {
                if (row[j] == FixedPoint.Forbidden || model.Capacity[j] == 0 || model.Demand[i] == 0 || model.IsBlocked(i, j))
                    continue;
                mentor.Add(j);
                score.Add(row[j]);
            }

            if (mentor.Count > mostPairs)
                throw new MatchingException(MatchingErrors.TooLarge, $"The fair objective takes at most {mostPairs} allowed pairs. Match by division, or use coverage.");
            Start[i + 1] = mentor.Count;
        }

        (Mentor, Score, Mentee) = ([.. mentor], [.. score], Mentees(Start));
    }

    private FairEdges(int[] start, int[] mentor, long[] score) => (Start, Mentor, Score, Mentee) = (start, mentor, score, Mentees(start));

    public int[] Start { get; }

    public int[] Mentee { get; }

    public int[] Mentor { get; }

    public long[] Score { get; }

    /// <summary>The edge of a pair; below 0 if it is not there. The mentors of a mentee ascend.</summary>
    public int Find(int mentee, int mentor) => Array.BinarySearch(Mentor, Start[mentee], Start[mentee + 1] - Start[mentee], mentor);

    /// <summary>The edges that satisfy a condition, in the same order.</summary>
    public FairEdges Where(Func<int, bool> keep)
    {
        var start = new int[Start.Length];
        var (mentor, score) = (new List<int>(), new List<long>());
        for (var i = 0; i + 1 < Start.Length; i++)
        {
            for (var e = Start[i]; e < Start[i + 1]; e++)
            {
                if (!keep(e))
                    continue;
                mentor.Add(Mentor[e]);
                score.Add(Score[e]);
            }

            start[i + 1] = mentor.Count;
        }

        return new FairEdges(start, [.. mentor], [.. score]);
    }

    private static int[] Mentees(int[] start)
    {
        var mentee = new int[start[^1]];
        for (var i = 0; i + 1 < start.Length; i++)
            mentee.AsSpan(start[i], start[i + 1] - start[i]).Fill(i);
        return mentee;
    }
}
