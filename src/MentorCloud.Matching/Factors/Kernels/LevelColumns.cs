using System.Collections.Immutable;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>A person-by-person table turned into one padded column for each attribute; NaN becomes 0 with presence 0.</summary>
internal sealed class LevelColumns
{
    private readonly float[] _values;
    private readonly float[]?[] _present;

    public LevelColumns(ImmutableArray<float> table, int people, int width)
    {
        Stride = (people + FactorKernel.Lanes - 1) / FactorKernel.Lanes * FactorKernel.Lanes;
        _values = new float[width * Stride];
        _present = new float[width][];
        for (var k = 0; k < width; k++)
        {
            for (var r = 0; r < people; r++)
            {
                var value = table.IsEmpty ? float.NaN : table[(r * width) + k];
                if (float.IsNaN(value))
                    (_present[k] ??= Ones(Stride))[r] = 0;
                else
                    _values[(k * Stride) + r] = value;
            }
        }
    }

    /// <summary>Distance from one column to the next in <see cref="All"/>.</summary>
    public int Stride { get; }

    /// <summary>All columns, one behind the other.</summary>
    public float[] All => _values;

    public ReadOnlySpan<float> Values(int column) => _values.AsSpan(column * Stride, Stride);

    /// <summary>1 where the person has a value, 0 where not; null if everybody has.</summary>
    public float[]? Present(int column) => _present[column];

    private static float[] Ones(int count)
    {
        var ones = new float[count];
        Array.Fill(ones, 1f);
        return ones;
    }
}
