namespace MentorCloud.Matching.Scores;

/// <summary>Scores of the allowed pairs only; every other pair is forbidden. Memory: 12 bytes an allowed pair.</summary>
public sealed class SparseScores : PairScores
{
    private readonly int[] _start;
    private readonly int[] _mentor;
    private readonly long[] _score;

    private SparseScores(int mentees, int mentors, int[] start, int[] mentor, long[] score)
        : base(mentees, mentors) => (_start, _mentor, _score) = (start, mentor, score);

    internal override long? KnownPairs => _mentor.Length;

    /// <summary>
    /// Builds from pairs in any order, which are read twice. Time grows with the pairs times the logarithm of a mentee's
    /// number of them; memory is that of the result.
    /// </summary>
    /// <param name="mentees">Number of mentees.</param>
    /// <param name="mentors">Number of mentors.</param>
    /// <param name="pairs">The allowed pairs, each at most once.</param>
    /// <exception cref="MatchingException"><see cref="MatchingErrors.Pair"/> for an index out of range or a pair named twice.</exception>
    public static SparseScores FromPairs(int mentees, int mentors, IReadOnlyCollection<ScoredPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var start = new int[mentees + 1];
        foreach (var pair in pairs)
        {
            if ((uint)pair.Mentee >= (uint)mentees || (uint)pair.Mentor >= (uint)mentors)
                throw new MatchingException(MatchingErrors.Pair, $"The pair of mentee {pair.Mentee} and mentor {pair.Mentor} is out of range.");
            start[pair.Mentee + 1]++;
        }

        for (var i = 0; i < mentees; i++)
            start[i + 1] += start[i];
        var next = start[..mentees];
        var mentor = new int[start[mentees]];
        var score = new long[start[mentees]];
        foreach (var pair in pairs)
        {
            var at = next[pair.Mentee]++;
            (mentor[at], score[at]) = (pair.Mentor, pair.Score);
        }

        for (var i = 0; i < mentees; i++)
            Sort(i, mentor.AsSpan(start[i]..start[i + 1]), score.AsSpan(start[i]..start[i + 1]));
        return new SparseScores(mentees, mentors, start, mentor, score);
    }

    private static void Sort(int mentee, Span<int> mentors, Span<long> scores)
    {
        mentors.Sort(scores);
        for (var k = 1; k < mentors.Length; k++)
        {
            if (mentors[k - 1] == mentors[k])
                throw new MatchingException(MatchingErrors.Pair, $"The pair of mentee {mentee} and mentor {mentors[k]} is given twice.");
        }
    }

    /// <inheritdoc/>
    public override void Fill(int mentee, Span<long> row)
    {
        row.Fill(FixedPoint.Forbidden);
        for (var k = _start[mentee]; k < _start[mentee + 1]; k++)
            row[_mentor[k]] = _score[k];
    }

    /// <inheritdoc/>
    public override long At(int mentee, int mentor)
    {
        var k = Array.BinarySearch(_mentor, _start[mentee], _start[mentee + 1] - _start[mentee], mentor);
        return k >= 0 ? _score[k] : FixedPoint.Forbidden;
    }

    internal override void Gather(int mentee, ReadOnlySpan<int> mentors, Span<long> scores)
    {
        for (var k = 0; k < mentors.Length; k++)
            scores[k] = At(mentee, mentors[k]);
    }

    internal override bool TryList(int mentee, out ReadOnlySpan<int> columns, out ReadOnlySpan<long> scores)
    {
        var length = _start[mentee + 1] - _start[mentee];
        columns = _mentor.AsSpan(_start[mentee], length);
        scores = _score.AsSpan(_start[mentee], length);
        return true;
    }
}
