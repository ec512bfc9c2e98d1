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

    /// <summary>Builds from pairs in any order. Time grows with the number of pairs times its logarithm.</summary>
    /// <param name="mentees">Number of mentees.</param>
    /// <param name="mentors">Number of mentors.</param>
    /// <param name="pairs">The allowed pairs, each at most once.</param>
    /// <exception cref="MatchingException"><see cref="MatchingErrors.Pair"/> for an index out of range or a pair named twice.</exception>
    public static SparseScores FromPairs(int mentees, int mentors, IReadOnlyCollection<ScoredPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var sorted = pairs.ToArray();
        Array.Sort(sorted, static (a, b) => a.Mentee != b.Mentee ? a.Mentee.CompareTo(b.Mentee) : a.Mentor.CompareTo(b.Mentor));
        var start = new int[mentees + 1];
        var mentor = new int[sorted.Length];
        var score = new long[sorted.Length];
        for (var k = 0; k < sorted.Length; k++)
        {
            var pair = sorted[k];
            if ((uint)pair.Mentee >= (uint)mentees || (uint)pair.Mentor >= (uint)mentors)
                throw new MatchingException(MatchingErrors.Pair, $"The pair of mentee {pair.Mentee} and mentor {pair.Mentor} is out of range.");
            if (k > 0 && sorted[k - 1].Mentee == pair.Mentee && sorted[k - 1].Mentor == pair.Mentor)
                throw new MatchingException(MatchingErrors.Pair, $"The pair of mentee {pair.Mentee} and mentor {pair.Mentor} is given twice.");
            start[pair.Mentee + 1]++;
            mentor[k] = pair.Mentor;
            score[k] = pair.Score;
        }

        for (var i = 0; i < mentees; i++)
            start[i + 1] += start[i];
        return new SparseScores(mentees, mentors, start, mentor, score);
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
