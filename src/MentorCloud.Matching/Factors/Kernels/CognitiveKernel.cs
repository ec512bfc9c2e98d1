using System.Runtime.Intrinsics;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>With d the mean absolute difference of style traits and p the peak: min(d / p, (1 - d) / (1 - p)).</summary>
internal sealed class CognitiveKernel : FactorKernel
{
    private readonly ParticipantTable _mentees;
    private readonly LevelColumns _mentors;
    private readonly float _peak;
    private readonly bool _mentorsComplete;
    private readonly bool _none;

    public CognitiveKernel(ParticipantTable mentees, ParticipantTable mentors, double peak)
        : base(Factor.CognitiveDistance)
    {
        _mentees = mentees;
        _mentors = new LevelColumns(mentors.Styles, mentors.Count, mentors.StyleTraits);
        _peak = (float)peak;
        _mentorsComplete = Enumerable.Range(0, mentors.StyleTraits).All(t => _mentors.Present(t) is null);
        _none = mentees.Styles.IsEmpty || mentors.Styles.IsEmpty || mentors.StyleTraits == 0;
    }

    public override Presence PresenceOf(int mentee)
    {
        var known = 0;
        for (var t = 0; t < _mentees.StyleTraits && !_none; t++)
            known += float.IsNaN(Trait(mentee, t)) ? 0 : 1;
        return known == 0 ? Presence.None : _mentorsComplete ? Presence.All : Presence.Some;
    }

    public override void Evaluate(int mentee, int start, Span<float> values, Span<float> present)
    {
        var sums = Vectors(values);
        sums.Clear();
        Span<float> counts = stackalloc float[values.Length];
        var known = Vectors(counts);
        known.Clear();
        for (var t = 0; t < _mentees.StyleTraits; t++)
        {
            if (!float.IsNaN(Trait(mentee, t)))
                Accumulate(t, Trait(mentee, t), start, sums, known);
        }

        var (rise, fall) = (Vector256.Create(1f / _peak), Vector256.Create(1f / (1f - _peak)));
        var there = Vectors(_mentorsComplete ? [] : present);
        for (var v = 0; v < sums.Length; v++)
        {
            var any = Vector256.GreaterThan(known[v], Vector256<float>.Zero);
            var distance = sums[v] / Vector256.Max(known[v], Vector256<float>.One);
            var tent = Positive(Vector256.Min(distance * rise, (Vector256<float>.One - distance) * fall));
            sums[v] = Vector256.ConditionalSelect(any, tent, Vector256<float>.Zero);
            if (!there.IsEmpty)
                there[v] = Vector256.ConditionalSelect(any, Vector256<float>.One, Vector256<float>.Zero);
        }
    }

    private void Accumulate(int trait, float own, int start, Span<Vector256<float>> sums, Span<Vector256<float>> known)
    {
        var mine = Vector256.Create(own);
        var theirs = Vectors(_mentors.Values(trait), start, sums.Length * Lanes);
        if (_mentors.Present(trait) is { } column)
        {
            var there = Vectors(column, start, sums.Length * Lanes);
            for (var v = 0; v < sums.Length; v++)
            {
                sums[v] += Vector256.Abs(mine - theirs[v]) * there[v];
                known[v] += there[v];
            }

            return;
        }

        for (var v = 0; v < sums.Length; v++)
        {
            sums[v] += Vector256.Abs(mine - theirs[v]);
            known[v] += Vector256<float>.One;
        }
    }

    private float Trait(int mentee, int trait) => _mentees.Styles[(mentee * _mentees.StyleTraits) + trait];
}
