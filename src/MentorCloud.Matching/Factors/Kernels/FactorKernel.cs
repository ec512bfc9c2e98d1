using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>
/// Computes one factor for one mentee and a run of mentors. Eight 32-bit lanes, one operation after the other, never
/// fused and never reordered: every lane holds one mentor, so a value does not depend on the run it is computed in
/// or on the machine (docs/adr/0021).
/// </summary>
internal abstract class FactorKernel(Factor factor)
{
    /// <summary>Mentors in one vector; runs begin and end at multiples of it.</summary>
    public const int Lanes = 8;

    public Factor Factor { get; } = factor;

    public abstract Presence PresenceOf(int mentee);

    /// <summary>
    /// Writes values (0..1) from mentor <paramref name="start"/> on and, if presence is <see cref="Presence.Some"/>, 1 or 0 into
    /// <paramref name="present"/>; values are then 0 where it is 0.
    /// </summary>
    public abstract void Evaluate(int mentee, int start, Span<float> values, Span<float> present);

    protected static Span<Vector256<float>> Vectors(Span<float> values) => MemoryMarshal.Cast<float, Vector256<float>>(values);

    protected static ReadOnlySpan<Vector256<float>> Vectors(ReadOnlySpan<float> column, int start, int count) =>
        MemoryMarshal.Cast<float, Vector256<float>>(column.Slice(start, count));

    protected static Vector256<float> Positive(Vector256<float> value) => Vector256.Max(value, Vector256<float>.Zero);

    protected static int Padded(int count) => (count + Lanes - 1) / Lanes * Lanes;
}
