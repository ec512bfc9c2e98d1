namespace MentorCloud.Matching.Assignment.Linear;

/// <summary>For each mentee the mentors considered so far, with scores. Lists only grow, so a pair keeps its place.</summary>
internal sealed class CandidateLists(int mentees)
{
    private readonly int[][] _mentors = new int[mentees][];
    private readonly long[][] _scores = new long[mentees][];
    private readonly int[] _counts = new int[mentees];

    public int Mentees { get; } = mentees;

    public long Count => _counts.Sum(c => (long)c);

    public ReadOnlySpan<int> Mentors(int mentee) => _mentors[mentee].AsSpan(0, _counts[mentee]);

    public ReadOnlySpan<long> Scores(int mentee) => _scores[mentee].AsSpan(0, _counts[mentee]);

    public bool Contains(int mentee, int mentor) => Mentors(mentee).Contains(mentor);

    /// <summary>Appends a pair. Different mentees may be appended to from different threads.</summary>
    public void Add(int mentee, int mentor, long score)
    {
        var count = _counts[mentee];
        var length = _mentors[mentee]?.Length ?? 0;
        if (count == length)
        {
            var size = Math.Max(8, length + (length / 2));
            Array.Resize(ref _mentors[mentee], size);
            Array.Resize(ref _scores[mentee], size);
        }

        _mentors[mentee][count] = mentor;
        _scores[mentee][count] = score;
        _counts[mentee] = count + 1;
    }

    /// <summary>Scores of all pairs, list behind list.</summary>
    public long[] AllScores()
    {
        var all = new List<long>((int)Count);
        for (var i = 0; i < Mentees; i++)
            all.AddRange(Scores(i));
        return [.. all];
    }

    public void Clear(int mentee) => _counts[mentee] = 0;

    /// <summary>The lists as one array, with the pairs' values under the model.</summary>
    public (int[] Start, int[] Mentor, long[] Value) Flatten(ValueModel model)
    {
        var start = new int[Mentees + 1];
        for (var i = 0; i < Mentees; i++)
            start[i + 1] = checked(start[i] + _counts[i]);
        var mentor = new int[start[Mentees]];
        var value = new long[start[Mentees]];
        for (var i = 0; i < Mentees; i++)
        {
            Mentors(i).CopyTo(mentor.AsSpan(start[i]));
            var tier = model.MenteeTier[i];
            var standing = !model.StandingOf(i).IsEmpty;
            for (var k = 0; k < _counts[i]; k++)
            {
                var extra = standing ? model.BreakingCost(i, _mentors[i][k]) : 0;
                value[start[i] + k] = _scores[i][k] + tier + extra;
            }
        }

        return (start, mentor, value);
    }
}
