using System.Collections.Immutable;

namespace MentorCloud.Matching.Factors.Rules;

/// <summary>Mentors without any capacity.</summary>
internal sealed class CapacityRule(ImmutableArray<int> capacity) : PairRule
{
    private readonly int[] _without = [.. Enumerable.Range(0, capacity.Length).Where(j => capacity[j] == 0)];

    public override HardRule Reports => HardRule.Capacity;

    public override bool AppliesTo(int mentee) => _without.Length > 0;

    public override void Apply(int mentee, int start, Span<int> flags)
    {
        foreach (var mentor in _without)
        {
            if ((uint)(mentor - start) < (uint)flags.Length)
                flags[mentor - start] |= (int)HardRule.Capacity;
        }
    }
}
