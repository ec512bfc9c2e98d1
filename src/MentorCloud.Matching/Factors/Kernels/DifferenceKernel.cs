using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>1 if the two people's attribute differs, 0 if it is the same.</summary>
internal sealed class DifferenceKernel : FactorKernel
{
    private readonly ImmutableArray<int> _mentees;
    private readonly int[] _mentors;
    private readonly bool _someMissing;
    private readonly bool _allMissing;

    public DifferenceKernel(Factor factor, ImmutableArray<int> mentees, ImmutableArray<int> mentors, int mentorCount)
        : base(factor)
    {
        _mentees = mentees;
        _mentors = new int[Padded(mentorCount)];
        if (mentors.IsEmpty)
            Array.Fill(_mentors, -1);
        else
            mentors.CopyTo(_mentors);
        _someMissing = _mentors.Take(mentorCount).Any(v => v < 0);
        _allMissing = _mentors.Take(mentorCount).All(v => v < 0);
    }

    public override Presence PresenceOf(int mentee) =>
        _allMissing || _mentees.IsEmpty || _mentees[mentee] < 0 ? Presence.None : _someMissing ? Presence.Some : Presence.All;

    public override void Evaluate(int mentee, int start, Span<float> values, Span<float> present)
    {
        var own = Vector256.Create(_mentees[mentee]);
        var theirs = MemoryMarshal.Cast<int, Vector256<int>>(_mentors.AsSpan(start, values.Length));
        var result = Vectors(values);
        if (!_someMissing)
        {
            for (var v = 0; v < result.Length; v++)
                result[v] = Vector256.ConditionalSelect(Vector256.Equals(theirs[v], own).AsSingle(), Vector256<float>.Zero, Vector256<float>.One);
            return;
        }

        var there = Vectors(present);
        for (var v = 0; v < result.Length; v++)
        {
            there[v] = Vector256.ConditionalSelect(Vector256.LessThan(theirs[v], Vector256<int>.Zero).AsSingle(), Vector256<float>.Zero, Vector256<float>.One);
            result[v] = Vector256.ConditionalSelect(Vector256.Equals(theirs[v], own).AsSingle(), Vector256<float>.Zero, there[v]);
        }
    }
}
