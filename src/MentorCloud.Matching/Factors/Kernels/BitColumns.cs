using System.Collections.Immutable;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>Bit sets of people turned into one padded column for each 32-bit word.</summary>
internal sealed class BitColumns
{
    private readonly uint[][] _words;

    public BitColumns(ImmutableArray<ulong> sets, int people, int words)
    {
        Words = sets.IsEmpty ? 0 : words * 2;
        var padded = (people + FactorKernel.Lanes - 1) / FactorKernel.Lanes * FactorKernel.Lanes;
        Known = new float[padded];
        _words = new uint[Words][];
        for (var w = 0; w < Words; w++)
        {
            _words[w] = new uint[padded];
            for (var r = 0; r < people; r++)
            {
                _words[w][r] = (uint)(sets[(r * words) + (w / 2)] >> (w % 2 * 32));
                if (_words[w][r] != 0)
                    Known[r] = 1;
            }
        }

        AnyMissing = Known.Take(people).Any(k => k == 0);
    }

    /// <summary>32-bit words a person.</summary>
    public int Words { get; }

    /// <summary>1 for people with any bit, else 0.</summary>
    public float[] Known { get; }

    public bool AnyMissing { get; }

    public uint[] Word(int word) => _words[word];

    /// <summary>Sets person by person as 32-bit words, cut or filled to <paramref name="width"/> words.</summary>
    public static uint[] Rows(ImmutableArray<ulong> sets, int people, int words, int width)
    {
        var rows = new uint[people * width];
        for (var r = 0; r < people && !sets.IsEmpty; r++)
        {
            for (var w = 0; w < Math.Min(width, words * 2); w++)
                rows[(r * width) + w] = (uint)(sets[(r * words) + (w / 2)] >> (w % 2 * 32));
        }

        return rows;
    }
}
