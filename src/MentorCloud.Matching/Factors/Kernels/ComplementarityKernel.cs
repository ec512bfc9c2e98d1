using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>sum of p * min(g, max(0, L - l)) over sum of p * g, over the mentee's gaps g that the mentor has a level for.</summary>
internal sealed class ComplementarityKernel : FactorKernel
{
    private readonly record struct Gap(int Competency, float Own, float Size, float Priority);

    private readonly LevelColumns _mentorLevels;
    private readonly Gap[] _gaps;
    private readonly int[] _start;
    private readonly float[] _whole;
    private readonly Presence[] _presence;

    public ComplementarityKernel(ParticipantTable mentees, ParticipantTable mentors, LevelColumns mentorLevels)
        : base(Factor.Complementarity)
    {
        _mentorLevels = mentorLevels;
        _start = new int[mentees.Count + 1];
        _whole = new float[mentees.Count];
        _presence = new Presence[mentees.Count];
        var gaps = new List<Gap>();
        for (var i = 0; i < mentees.Count; i++)
        {
            Append(mentees, i, gaps);
            _start[i + 1] = gaps.Count;
            var complete = true;
            for (var g = _start[i]; g < gaps.Count; g++)
            {
                _whole[i] += gaps[g].Priority * gaps[g].Size;
                complete &= mentorLevels.Present(gaps[g].Competency) is null;
            }

            var empty = gaps.Count == _start[i] || mentors.Levels.IsEmpty;
            _presence[i] = empty ? Presence.None : complete ? Presence.All : Presence.Some;
        }

        _gaps = [.. gaps];
    }

    public override Presence PresenceOf(int mentee) => _presence[mentee];

    public override void Evaluate(int mentee, int start, Span<float> values, Span<float> present)
    {
        var gaps = _gaps.AsSpan(_start[mentee], _start[mentee + 1] - _start[mentee]);
        var sums = Vectors(values);
        if (_presence[mentee] == Presence.All)
        {
            EvaluateComplete(gaps, start, sums, Vector256.Create(_whole[mentee]));
            return;
        }

        sums.Clear();
        foreach (var gap in gaps)
            Accumulate(gap, start, sums);
        DivideByPresent(gaps, start, sums, Vectors(present));
    }

    /// <summary>Four vectors at a time stay in registers over all gaps; each lane's sum runs in the order of the gaps.</summary>
    private void EvaluateComplete(ReadOnlySpan<Gap> gaps, int start, Span<Vector256<float>> sums, Vector256<float> whole)
    {
        ref var levels = ref MemoryMarshal.GetArrayDataReference(_mentorLevels.All);
        var stride = _mentorLevels.Stride;
        var v = 0;
        for (; v + 4 <= sums.Length; v += 4)
        {
            var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
            foreach (ref readonly var gap in gaps)
            {
                var at = (nuint)((gap.Competency * stride) + start + (v * Lanes));
                var (own, size, priority) = (Vector256.Create(gap.Own), Vector256.Create(gap.Size), Vector256.Create(gap.Priority));
                a += priority * Vector256.Min(size, Positive(Vector256.LoadUnsafe(ref levels, at) - own));
                b += priority * Vector256.Min(size, Positive(Vector256.LoadUnsafe(ref levels, at + Lanes) - own));
                c += priority * Vector256.Min(size, Positive(Vector256.LoadUnsafe(ref levels, at + (2 * Lanes)) - own));
                d += priority * Vector256.Min(size, Positive(Vector256.LoadUnsafe(ref levels, at + (3 * Lanes)) - own));
            }

            (sums[v], sums[v + 1], sums[v + 2], sums[v + 3]) = (a / whole, b / whole, c / whole, d / whole);
        }

        for (; v < sums.Length; v++)
        {
            var a = Vector256<float>.Zero;
            foreach (ref readonly var gap in gaps)
            {
                var level = Vector256.LoadUnsafe(ref levels, (nuint)((gap.Competency * stride) + start + (v * Lanes)));
                a += Vector256.Create(gap.Priority) * Vector256.Min(Vector256.Create(gap.Size), Positive(level - Vector256.Create(gap.Own)));
            }

            sums[v] = a / whole;
        }
    }

    private void Accumulate(Gap gap, int start, Span<Vector256<float>> sums)
    {
        var (own, size, priority) = (Vector256.Create(gap.Own), Vector256.Create(gap.Size), Vector256.Create(gap.Priority));
        var levels = Vectors(_mentorLevels.Values(gap.Competency), start, sums.Length * Lanes);
        if (_mentorLevels.Present(gap.Competency) is { } known)
        {
            var there = Vectors(known, start, sums.Length * Lanes);
            for (var v = 0; v < sums.Length; v++)
                sums[v] += priority * Vector256.Min(size, Positive(levels[v] - own)) * there[v];
            return;
        }

        for (var v = 0; v < sums.Length; v++)
            sums[v] += priority * Vector256.Min(size, Positive(levels[v] - own));
    }

    private void DivideByPresent(ReadOnlySpan<Gap> gaps, int start, Span<Vector256<float>> sums, Span<Vector256<float>> present)
    {
        present.Clear();
        foreach (var gap in gaps)
        {
            var whole = Vector256.Create(gap.Priority * gap.Size);
            var known = _mentorLevels.Present(gap.Competency);
            var there = known is null ? default : Vectors(known, start, sums.Length * Lanes);
            for (var v = 0; v < sums.Length; v++)
                present[v] += known is null ? whole : whole * there[v];
        }

        for (var v = 0; v < sums.Length; v++)
        {
            var any = Vector256.GreaterThan(present[v], Vector256<float>.Zero);
            sums[v] = Vector256.ConditionalSelect(any, sums[v] / present[v], Vector256<float>.Zero);
            present[v] = Vector256.ConditionalSelect(any, Vector256<float>.One, Vector256<float>.Zero);
        }
    }

    private static void Append(ParticipantTable mentees, int mentee, List<Gap> gaps)
    {
        if (mentees.Gaps.IsEmpty || mentees.Levels.IsEmpty)
            return;
        for (var k = 0; k < mentees.Competencies; k++)
        {
            var at = (mentee * mentees.Competencies) + k;
            var priority = mentees.Priorities.IsEmpty || float.IsNaN(mentees.Priorities[at]) ? 1f : mentees.Priorities[at];
            if (mentees.Gaps[at] > 0 && priority > 0 && !float.IsNaN(mentees.Levels[at]))
                gaps.Add(new Gap(k, mentees.Levels[at], mentees.Gaps[at], priority));
        }
    }
}
