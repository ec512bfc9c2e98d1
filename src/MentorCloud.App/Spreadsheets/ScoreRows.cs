using System.Collections;
using System.Numerics;
using MentorCloud.Matching.Decimals;
using MentorCloud.Matching.Scores;

namespace MentorCloud.App.Spreadsheets;

/// <summary>
/// The rows of a table of scores in the order of the file, in columns of one chunk after another, so that they never
/// have to be copied to grow. Memory: 17 bytes a row.
/// </summary>
internal sealed class ScoreRows
{
    private const int ChunkRows = 1 << 18;
    private const sbyte Wide = sbyte.MinValue;
    private static readonly Int128[] Powers = [.. Enumerable.Range(0, 19).Select(power => (Int128)BigInteger.Pow(10, power))];

    private readonly List<Chunk> chunks = [];
    private readonly Dictionary<int, ExactDecimal> wide = [];
    private readonly long[] greatest = new long[ScoreCell.MostDecimals + 1];
    private readonly List<(int Row, long Line)> jumps = [];
    private long lineAfter;

    public int Count { get; private set; }

    /// <summary>Adds a score of mantissa * 10^exponent, the exponent from -<see cref="ScoreCell.MostDecimals"/> to 0.</summary>
    public void Add(int mentee, int mentor, long mantissa, int exponent, long line)
    {
        Put(mentee, mentor, mantissa, (sbyte)exponent, line);
        ref var most = ref greatest[-exponent];
        most = Math.Max(most, Math.Abs(mantissa));
    }

    /// <summary>Adds any other decimal.</summary>
    public void Add(int mentee, int mentor, ExactDecimal value, long line)
    {
        wide.Add(Count, value);
        Put(mentee, mentor, 0, Wide, line);
    }

    /// <summary>Power of ten of the last digit of the score with most decimals.</summary>
    public int FinestExponent => Math.Min(
        -Math.Max(0, Array.FindLastIndex(greatest, most => most > 0)), wide.Values.Select(value => value.Exponent).DefaultIfEmpty(0).Min());

    /// <summary>The scale in which all of them are integers. Time: one look at each different number of decimals.</summary>
    public DecimalScale Scale(long mostPairs, bool hasTiers)
    {
        var values = Enumerable.Range(0, greatest.Length).Where(at => greatest[at] > 0).Select(at => new ExactDecimal(greatest[at], -at));
        return DecimalScale.For([.. values, .. wide.Values], mostPairs, hasTiers);
    }

    /// <summary>All pairs in this scale's unit.</summary>
    public IReadOnlyCollection<ScoredPair> In(DecimalScale scale) => new Scaled(this, scale);

    /// <summary>The line of the file on which a row stands.</summary>
    public long LineOf(int row)
    {
        var jump = jumps.FindLast(each => each.Row <= row);
        return jump.Line + row - jump.Row;
    }

    /// <summary>Rows with mentee and mentor.</summary>
    public IEnumerable<(int Row, int Mentee, int Mentor)> Pairs()
    {
        for (var row = 0; row < Count; row++)
        {
            var (chunk, at) = (chunks[row / ChunkRows], row % ChunkRows);
            yield return (row, chunk.Mentee[at], chunk.Mentor[at]);
        }
    }

    /// <summary>A row's score as it was written.</summary>
    public ExactDecimal ScoreOf(int row)
    {
        var (chunk, at) = (chunks[row / ChunkRows], row % ChunkRows);
        return chunk.Exponent[at] == Wide ? wide[row] : new ExactDecimal(new BigInteger(chunk.Mantissa[at]), chunk.Exponent[at]);
    }

    /// <summary>Below 0 if a row's score is less than another's, in all digits; 0 if they are equal.</summary>
    public int Compare(int row, int other)
    {
        var (mine, theirs, at, there) = (chunks[row / ChunkRows], chunks[other / ChunkRows], row % ChunkRows, other % ChunkRows);
        var (exponent, others) = (mine.Exponent[at], theirs.Exponent[there]);
        if (exponent == Wide || others == Wide || Math.Abs(exponent - others) >= Powers.Length)
        {
            return ExactDecimal.Compare(ScoreOf(row), ScoreOf(other));
        }

        // A long times the greatest of these powers has room in 128 bits.
        var common = Math.Min(exponent, others);
        return (Powers[exponent - common] * mine.Mantissa[at]).CompareTo(Powers[others - common] * theirs.Mantissa[there]);
    }

    private void Put(int mentee, int mentor, long mantissa, sbyte exponent, long line)
    {
        var at = Count % ChunkRows;
        if (at == 0)
        {
            chunks.Add(new Chunk());
        }

        if (line != lineAfter)
        {
            jumps.Add((Count, line));
        }

        lineAfter = line + 1;
        var chunk = chunks[^1];
        (chunk.Mentee[at], chunk.Mentor[at], chunk.Mantissa[at], chunk.Exponent[at]) = (mentee, mentor, mantissa, exponent);
        Count++;
    }

    private sealed class Chunk
    {
        public readonly int[] Mentee = new int[ChunkRows];
        public readonly int[] Mentor = new int[ChunkRows];
        public readonly long[] Mantissa = new long[ChunkRows];
        public readonly sbyte[] Exponent = new sbyte[ChunkRows];
    }

    private sealed class Scaled(ScoreRows rows, DecimalScale scale) : IReadOnlyCollection<ScoredPair>
    {
        public int Count => rows.Count;

        public IEnumerator<ScoredPair> GetEnumerator()
        {
            for (var row = 0; row < rows.Count; row++)
            {
                var (chunk, at) = (rows.chunks[row / ChunkRows], row % ChunkRows);
                var units = chunk.Exponent[at] == Wide ? scale.ToUnits(rows.wide[row]) : scale.ToUnits(chunk.Mantissa[at], chunk.Exponent[at]);
                yield return new ScoredPair(chunk.Mentee[at], chunk.Mentor[at], units);
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
