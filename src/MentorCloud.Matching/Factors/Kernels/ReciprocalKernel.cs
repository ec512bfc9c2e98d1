using System.Runtime.Intrinsics;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>sum of q * min(h, max(0, l - L)) over sum of q * h, over the mentor's own gaps h that the mentee has a level for.</summary>
internal sealed class ReciprocalKernel : FactorKernel
{
    private readonly ParticipantTable _mentees;
    private readonly LevelColumns _mentorLevels;
    private readonly int[] _competencies;
    private readonly float[][] _size;
    private readonly float[][] _priority;
    private readonly float[] _whole;
    private readonly bool _allMentors;

    public ReciprocalKernel(ParticipantTable mentees, ParticipantTable mentors, LevelColumns mentorLevels)
        : base(Factor.ReciprocalValue)
    {
        (_mentees, _mentorLevels) = (mentees, mentorLevels);
        var padded = Padded(mentors.Count);
        _size = new float[mentors.Competencies][];
        _priority = new float[mentors.Competencies][];
        _whole = new float[padded];
        var used = new List<int>();
        for (var k = 0; k < mentors.Competencies && !mentors.Gaps.IsEmpty && !mentors.Levels.IsEmpty && !mentees.Levels.IsEmpty; k++)
        {
            (_size[k], _priority[k]) = (new float[padded], new float[padded]);
            for (var r = 0; r < mentors.Count; r++)
                Set(mentors, r, k);
            if (_size[k].Any(h => h > 0))
                used.Add(k);
        }

        _competencies = [.. used];
        foreach (var k in _competencies)
        {
            for (var r = 0; r < padded; r++)
                _whole[r] += _priority[k][r] * _size[k][r];
        }

        _allMentors = _competencies.Length > 0 && _whole.Take(mentors.Count).All(w => w > 0);
    }

    public override Presence PresenceOf(int mentee)
    {
        if (_competencies.Length == 0)
            return Presence.None;
        return _allMentors && IsComplete(mentee) ? Presence.All : Presence.Some;
    }

    public override void Evaluate(int mentee, int start, Span<float> values, Span<float> present)
    {
        var sums = Vectors(values);
        sums.Clear();
        foreach (var k in _competencies)
        {
            if (float.IsNaN(Level(mentee, k)))
                continue;
            var level = Vector256.Create(Level(mentee, k));
            var levels = Vectors(_mentorLevels.Values(k), start, values.Length);
            var size = Vectors(_size[k], start, values.Length);
            var priority = Vectors(_priority[k], start, values.Length);
            for (var v = 0; v < sums.Length; v++)
                sums[v] += priority[v] * Vector256.Min(size[v], Positive(level - levels[v]));
        }

        Divide(mentee, start, sums, present);
    }

    private void Divide(int mentee, int start, Span<Vector256<float>> sums, Span<float> present)
    {
        Span<float> partial = stackalloc float[IsComplete(mentee) ? 0 : sums.Length * Lanes];
        if (partial.Length > 0)
        {
            partial.Clear();
            foreach (var k in _competencies)
            {
                for (var c = 0; c < partial.Length && !float.IsNaN(Level(mentee, k)); c++)
                    partial[c] += _priority[k][start + c] * _size[k][start + c];
            }
        }

        var whole = partial.Length > 0 ? Vectors(partial) : Vectors(_whole, start, sums.Length * Lanes);
        var some = PresenceOf(mentee) == Presence.Some;
        var there = Vectors(present);
        for (var v = 0; v < sums.Length; v++)
        {
            var any = Vector256.GreaterThan(whole[v], Vector256<float>.Zero);
            sums[v] = Vector256.ConditionalSelect(any, sums[v] / whole[v], Vector256<float>.Zero);
            if (some)
                there[v] = Vector256.ConditionalSelect(any, Vector256<float>.One, Vector256<float>.Zero);
        }
    }

    private float Level(int mentee, int competency) => _mentees.Levels[(mentee * _mentees.Competencies) + competency];

    private bool IsComplete(int mentee)
    {
        foreach (var k in _competencies)
        {
            if (float.IsNaN(Level(mentee, k)))
                return false;
        }

        return true;
    }

    private void Set(ParticipantTable mentors, int mentor, int competency)
    {
        var at = (mentor * mentors.Competencies) + competency;
        if (!(mentors.Gaps[at] > 0) || float.IsNaN(mentors.Levels[at]))
            return;
        _size[competency][mentor] = mentors.Gaps[at];
        _priority[competency][mentor] = mentors.Priorities.IsEmpty || float.IsNaN(mentors.Priorities[at]) ? 1f : mentors.Priorities[at];
    }
}
