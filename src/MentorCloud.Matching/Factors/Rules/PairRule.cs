namespace MentorCloud.Matching.Factors.Rules;

/// <summary>A hard rule over a run of mentors; rules are independent of each other and combine by union.</summary>
internal abstract class PairRule
{
    /// <summary>The rules that this one may report.</summary>
    public abstract HardRule Reports { get; }

    /// <summary>True if the rule can forbid anything to the mentee.</summary>
    public abstract bool AppliesTo(int mentee);

    /// <summary>Adds the rule's flag where it forbids the pair of the mentee and mentor <paramref name="start"/> + index.</summary>
    public abstract void Apply(int mentee, int start, Span<int> flags);
}
