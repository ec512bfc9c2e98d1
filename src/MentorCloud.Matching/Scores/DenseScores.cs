namespace MentorCloud.Matching.Scores;

/// <summary>Scores given as a full matrix, mentee by mentee; holds the caller's array, which must not change afterwards.</summary>
public sealed class DenseScores : PairScores
{
    private readonly long[] _values;

    /// <summary>Wraps a row-major matrix without copying it. Memory: 8 bytes a pair.</summary>
    /// <param name="mentees">Number of rows.</param>
    /// <param name="mentors">Number of columns.</param>
    /// <param name="values">Score of mentee i and mentor j at i * mentors + j; <see cref="FixedPoint.Forbidden"/> forbids.</param>
    /// <exception cref="MatchingException"><see cref="MatchingErrors.Shape"/> if the length is not mentees * mentors.</exception>
    public DenseScores(int mentees, int mentors, long[] values)
        : base(mentees, mentors)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != (long)mentees * mentors)
            throw new MatchingException(MatchingErrors.Shape, $"A matrix of {mentees} x {mentors} scores has {values.Length} entries.");
        _values = values;
    }

    /// <inheritdoc/>
    public override void Fill(int mentee, Span<long> row) => Slice(mentee).CopyTo(row);

    /// <inheritdoc/>
    public override long At(int mentee, int mentor) => _values[(mentee * Mentors) + mentor];

    internal override bool IsStored => true;

    internal override ReadOnlySpan<long> Row(int mentee) => Slice(mentee);

    internal override void Gather(int mentee, ReadOnlySpan<int> mentors, Span<long> scores)
    {
        var row = Slice(mentee);
        for (var k = 0; k < mentors.Length; k++)
            scores[k] = row[mentors[k]];
    }

    private ReadOnlySpan<long> Slice(int mentee) => _values.AsSpan(mentee * Mentors, Mentors);
}
