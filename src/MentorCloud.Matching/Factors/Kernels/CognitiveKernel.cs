using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>With d the mean absolute difference of style traits and p the peak: min(d / p, (1 - d) / (1 - p)).</summary>
internal sealed class CognitiveKernel : FactorKernel
{
    private readonly int _traits;
    private readonly float[] _own;
    private readonly int[] _known;
    private readonly LevelColumns _mentors;
    private readonly float _rise;
    private readonly float _fall;
    private readonly bool _mentorsComplete;

    public CognitiveKernel(ParticipantTable mentees, ParticipantTable mentors, double peak)
        : base(Factor.CognitiveDistance)
    {
        _traits = mentees.StyleTraits;
        _own = [.. mentees.Styles];
        _mentors = new LevelColumns(mentors.Styles, mentors.Count, mentors.StyleTraits);
        (_rise, _fall) = (1f / (float)peak, 1f / (1f - (float)peak));
        _mentorsComplete = Enumerable.Range(0, _traits).All(t => _mentors.Present(t) is null);
        _known = new int[mentees.Count];
        for (var k = 0; k < _own.Length && !mentors.Styles.IsEmpty; k++)
            _known[k / _traits] += float.IsNaN(_own[k]) ? 0 : 1;
    }

    public override Presence PresenceOf(int mentee) =>
        _known[mentee] == 0 ? Presence.None : _mentorsComplete ? Presence.All : Presence.Some;

    public override void Evaluate(int mentee, int start, Span<float> values, Span<float> present)
    {
        var own = _own.AsSpan(mentee * _traits, _traits);
        var tents = Vectors(values);
        if (_mentorsComplete)
        {
            var known = Vector256.Create((float)_known[mentee]);
            var pairs = tents.Length & ~1;
            for (var v = 0; v < pairs; v += 2)
            {
                var (a, b) = Differences(own, start + (v * Lanes));
                (tents[v], tents[v + 1]) = (Tent(a / known), Tent(b / known));
            }

            if (pairs < tents.Length)
                tents[pairs] = Tent(Difference(own, start + (pairs * Lanes)) / known);
            return;
        }

        var there = Vectors(present);
        for (var v = 0; v < tents.Length; v++)
        {
            var (difference, known) = PartialDifference(own, start + (v * Lanes));
            var any = Vector256.GreaterThan(known, Vector256<float>.Zero);
            tents[v] = Vector256.ConditionalSelect(any, Tent(difference / known), Vector256<float>.Zero);
            there[v] = Vector256.ConditionalSelect(any, Vector256<float>.One, Vector256<float>.Zero);
        }
    }

    private Vector256<float> Tent(Vector256<float> distance)
    {
        var (rise, fall) = (Vector256.Create(_rise), Vector256.Create(_fall));
        return Positive(Vector256.Min(distance * rise, (Vector256<float>.One - distance) * fall));
    }

    private (Vector256<float> First, Vector256<float> Second) Differences(ReadOnlySpan<float> own, int start)
    {
        ref var theirs = ref MemoryMarshal.GetArrayDataReference(_mentors.All);
        var at = (nuint)start;
        var (a, b) = (Vector256<float>.Zero, Vector256<float>.Zero);
        foreach (var trait in own)
        {
            if (!float.IsNaN(trait))
            {
                var mine = Vector256.Create(trait);
                a += Vector256.Abs(mine - Vector256.LoadUnsafe(ref theirs, at));
                b += Vector256.Abs(mine - Vector256.LoadUnsafe(ref theirs, at + Lanes));
            }

            at += (nuint)_mentors.Stride;
        }

        return (a, b);
    }

    private Vector256<float> Difference(ReadOnlySpan<float> own, int start)
    {
        ref var theirs = ref MemoryMarshal.GetArrayDataReference(_mentors.All);
        var at = (nuint)start;
        var sum = Vector256<float>.Zero;
        foreach (var trait in own)
        {
            if (!float.IsNaN(trait))
                sum += Vector256.Abs(Vector256.Create(trait) - Vector256.LoadUnsafe(ref theirs, at));
            at += (nuint)_mentors.Stride;
        }

        return sum;
    }

    private (Vector256<float> Difference, Vector256<float> Known) PartialDifference(ReadOnlySpan<float> own, int start)
    {
        var (sum, known) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (var t = 0; t < own.Length; t++)
        {
            if (float.IsNaN(own[t]))
                continue;
            var there = _mentors.Present(t) is { } column ? Vectors(column, start, Lanes)[0] : Vector256<float>.One;
            sum += Vector256.Abs(Vector256.Create(own[t]) - Vectors(_mentors.Values(t), start, Lanes)[0]) * there;
            known += there;
        }

        return (sum, known);
    }
}
