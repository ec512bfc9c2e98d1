using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>sum of q * min(h, max(0, l - L)) over sum of q * h, over the mentor's own gaps h that the mentee has a level for.</summary>
internal sealed class ReciprocalKernel : FactorKernel
{
    private readonly int _width;
    private readonly float[] _own;
    private readonly bool[] _complete;
    private readonly LevelColumns _mentorLevels;
    private readonly int[] _competencies;
    private readonly float[] _size;
    private readonly float[] _priority;
    private readonly float[] _whole;
    private readonly bool _allMentors;

    public ReciprocalKernel(ParticipantTable mentees, ParticipantTable mentors, LevelColumns mentorLevels)
        : base(Factor.ReciprocalValue)
    {
        (_width, _mentorLevels) = (mentees.Competencies, mentorLevels);
        _own = [.. mentees.Levels];
        var stride = mentorLevels.Stride;
        _size = new float[_width * stride];
        _priority = new float[_width * stride];
        _whole = new float[stride];
        var known = !mentors.Gaps.IsEmpty && !mentors.Levels.IsEmpty && !mentees.Levels.IsEmpty;
        _competencies = [.. Enumerable.Range(0, known ? _width : 0).Where(k => SetColumn(mentors, k))];
        _allMentors = _competencies.Length > 0 && !_whole.AsSpan(0, mentors.Count).Contains(0f);
        _complete = [.. Enumerable.Range(0, mentees.Count).Select(i => _competencies.All(k => !float.IsNaN(_own[(i * _width) + k])))];
    }

    public override Presence PresenceOf(int mentee)
    {
        if (_competencies.Length == 0)
            return Presence.None;
        return _allMentors && _complete[mentee] ? Presence.All : Presence.Some;
    }

    public override void Evaluate(int mentee, int start, Span<float> values, Span<float> present)
    {
        var sums = Vectors(values);
        var own = _own.AsSpan(mentee * _width, _width);
        AddUp(own, start, sums);
        var some = PresenceOf(mentee) == Presence.Some;
        var there = Vectors(present);
        for (var v = 0; v < sums.Length; v++)
        {
            var at = start + (v * Lanes);
            var whole = _complete[mentee] ? Vector256.LoadUnsafe(ref _whole[at]) : Whole(own, at);
            var any = Vector256.GreaterThan(whole, Vector256<float>.Zero);
            sums[v] = Vector256.ConditionalSelect(any, sums[v] / whole, Vector256<float>.Zero);
            if (some)
                there[v] = Vector256.ConditionalSelect(any, Vector256<float>.One, Vector256<float>.Zero);
        }
    }

    /// <summary>Numerators; four vectors at a time stay in registers over all competencies.</summary>
    private void AddUp(ReadOnlySpan<float> own, int start, Span<Vector256<float>> sums)
    {
        var v = 0;
        for (; v + 4 <= sums.Length; v += 4)
        {
            var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
            foreach (var k in _competencies)
            {
                if (float.IsNaN(own[k]))
                    continue;
                var at = (nuint)((k * _mentorLevels.Stride) + start + (v * Lanes));
                var level = Vector256.Create(own[k]);
                a += Lift(level, at);
                b += Lift(level, at + Lanes);
                c += Lift(level, at + (2 * Lanes));
                d += Lift(level, at + (3 * Lanes));
            }

            (sums[v], sums[v + 1], sums[v + 2], sums[v + 3]) = (a, b, c, d);
        }

        for (; v < sums.Length; v++)
        {
            sums[v] = Vector256<float>.Zero;
            foreach (var k in _competencies)
            {
                if (!float.IsNaN(own[k]))
                    sums[v] += Lift(Vector256.Create(own[k]), (nuint)((k * _mentorLevels.Stride) + start + (v * Lanes)));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Lift(Vector256<float> own, nuint at)
    {
        var lift = Positive(own - Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_mentorLevels.All), at));
        var size = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_size), at);
        return Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_priority), at) * Vector256.Min(size, lift);
    }

    /// <summary>The denominator over those competencies that the mentee has a level for.</summary>
    private Vector256<float> Whole(ReadOnlySpan<float> own, int start)
    {
        var whole = Vector256<float>.Zero;
        foreach (var k in _competencies)
        {
            var at = (k * _mentorLevels.Stride) + start;
            if (!float.IsNaN(own[k]))
                whole += Vector256.LoadUnsafe(ref _priority[at]) * Vector256.LoadUnsafe(ref _size[at]);
        }

        return whole;
    }

    /// <summary>Sets a competency's column; false if no mentor has a gap in it.</summary>
    private bool SetColumn(ParticipantTable mentors, int competency)
    {
        var used = false;
        for (var r = 0; r < mentors.Count; r++)
        {
            var from = (r * _width) + competency;
            if (!(mentors.Gaps[from] > 0) || float.IsNaN(mentors.Levels[from]))
                continue;
            var at = (competency * _mentorLevels.Stride) + r;
            _size[at] = mentors.Gaps[from];
            _priority[at] = mentors.Priorities.IsEmpty || float.IsNaN(mentors.Priorities[from]) ? 1f : mentors.Priorities[from];
            _whole[r] += _priority[at] * _size[at];
            used |= _priority[at] > 0;
        }

        return used;
    }
}
