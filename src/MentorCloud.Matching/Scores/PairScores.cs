namespace MentorCloud.Matching.Scores;

/// <summary>
/// Scores of all mentee and mentor pairs, row by row (a row is one mentee). Implementations may hold the numbers
/// or compute them on the fly; reading is safe from several threads at once and always gives the same numbers.
/// </summary>
/// <param name="mentees">Number of mentees, 0 or more.</param>
/// <param name="mentors">Number of mentors, 0 or more.</param>
public abstract class PairScores(int mentees, int mentors)
{
    /// <summary>Number of mentees (rows).</summary>
    public int Mentees { get; } = mentees;

    /// <summary>Number of mentors (columns).</summary>
    public int Mentors { get; } = mentors;

    /// <summary>
    /// Writes one mentee's scores, in units of 2^-30 (<see cref="FixedPoint"/>) or any other fixed unit;
    /// <see cref="FixedPoint.Forbidden"/> where a hard rule forbids the pair.
    /// </summary>
    /// <param name="mentee">Row, 0 to <see cref="Mentees"/> - 1.</param>
    /// <param name="row">Exactly <see cref="Mentors"/> long.</param>
    public abstract void Fill(int mentee, Span<long> row);

    /// <summary>One pair's score. Costs no more than one row.</summary>
    /// <param name="mentee">Row, 0 to <see cref="Mentees"/> - 1.</param>
    /// <param name="mentor">Column, 0 to <see cref="Mentors"/> - 1.</param>
    public virtual long At(int mentee, int mentor)
    {
        var row = new long[Mentors];
        Fill(mentee, row);
        return row[mentor];
    }

    /// <summary>Number of allowed pairs if it is known without a pass over all rows, else null.</summary>
    internal virtual long? KnownPairs => null;

    /// <summary>A magnitude that no allowed score exceeds, if it is known without a pass over all rows, else null.</summary>
    internal virtual long? KnownMagnitude => null;

    /// <summary>True where <see cref="Row"/> gives stored rows, so that filling tiles would only copy them.</summary>
    internal virtual bool IsStored => false;

    /// <summary>A stored row; only where <see cref="IsStored"/>.</summary>
    internal virtual ReadOnlySpan<long> Row(int mentee) => throw new InvalidOperationException("These scores are not stored densely.");

    /// <summary>Writes several rows one behind the other.</summary>
    internal virtual void FillTile(ReadOnlySpan<int> mentees, long[] rows)
    {
        for (var k = 0; k < mentees.Length; k++)
            Fill(mentees[k], rows.AsSpan(k * Mentors, Mentors));
    }

    /// <summary>Writes the scores of one mentee with the listed mentors only.</summary>
    internal virtual void Gather(int mentee, ReadOnlySpan<int> mentors, Span<long> scores)
    {
        var row = new long[Mentors];
        Fill(mentee, row);
        for (var k = 0; k < mentors.Length; k++)
            scores[k] = row[mentors[k]];
    }

    /// <summary>
    /// True where a row is stored as a list; <paramref name="columns"/> (ascending) and <paramref name="scores"/> are then set.
    /// </summary>
    internal virtual bool TryList(int mentee, out ReadOnlySpan<int> columns, out ReadOnlySpan<long> scores)
    {
        columns = default;
        scores = default;
        return false;
    }
}
