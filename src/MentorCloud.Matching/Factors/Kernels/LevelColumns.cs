using System.Collections.Immutable;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>A person-by-person table turned into one padded column for each attribute; NaN becomes 0 with presence 0.</summary>
internal sealed class LevelColumns
{
    private readonly float[][] _values;
    private readonly float[]?[] _present;

    public LevelColumns(ImmutableArray<float> table, int people, int width)
    {
        _values = new float[width][];
        _present = new float[width][];
        var padded = (people + FactorKernel.Lanes - 1) / FactorKernel.Lanes * FactorKernel.Lanes;
        for (var k = 0; k < width; k++)
        {
            _values[k] = new float[padded];
            for (var r = 0; r < people; r++)
            {
                var value = table.IsEmpty ? float.NaN : table[(r * width) + k];
                if (float.IsNaN(value))
                    (_present[k] ??= Ones(padded))[r] = 0;
                else
                    _values[k][r] = value;
            }
        }
    }

    public float[] Values(int column) => _values[column];

    /// <summary>1 where the person has a value, 0 where not; null if everybody has.</summary>
    public float[]? Present(int column) => _present[column];

    private static float[] Ones(int count)
    {
        var ones = new float[count];
        Array.Fill(ones, 1f);
        return ones;
    }
}
