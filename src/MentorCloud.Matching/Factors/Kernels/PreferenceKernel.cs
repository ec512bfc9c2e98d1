using System.Collections.Immutable;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>A stated wish; pairs without one have no value.</summary>
internal sealed class PreferenceKernel : FactorKernel
{
    private readonly Preference[] _sorted;
    private readonly int[] _start;

    public PreferenceKernel(Factor factor, ImmutableArray<Preference> preferences, int mentees)
        : base(factor)
    {
        _sorted = [.. preferences.OrderBy(p => p.Mentee).ThenBy(p => p.Mentor)];
        _start = new int[mentees + 1];
        foreach (var preference in _sorted)
            _start[preference.Mentee + 1]++;
        for (var i = 0; i < mentees; i++)
            _start[i + 1] += _start[i];
    }

    public override Presence PresenceOf(int mentee) => _start[mentee] == _start[mentee + 1] ? Presence.None : Presence.Some;

    public override void Evaluate(int mentee, int start, Span<float> values, Span<float> present)
    {
        values.Clear();
        present.Clear();
        foreach (var preference in _sorted.AsSpan(_start[mentee], _start[mentee + 1] - _start[mentee]))
        {
            var at = preference.Mentor - start;
            if ((uint)at >= (uint)values.Length)
                continue;
            values[at] = preference.Value;
            present[at] = 1;
        }
    }
}
