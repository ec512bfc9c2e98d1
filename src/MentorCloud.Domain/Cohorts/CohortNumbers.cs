using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts;

/// <summary>
/// The numbers of a cohort's rules that a program may set, within bounds. A pairing keeps those that it was prepared with;
/// what protects people, the least raters and the smallest group, can be raised and never lowered.
/// </summary>
public sealed record CohortNumbers
{
    /// <summary>The numbers of a cohort that sets none.</summary>
    public static CohortNumbers Default { get; } = new();

    /// <summary>Days in which somebody must acknowledge an escalation before it climbs, 1..14, default 3.</summary>
    public int EscalationDays { get; init; } = 3;

    /// <summary>Raters that a 360-degree summary needs at least, 4..20, default 4.</summary>
    public int LeastRaters { get; init; } = 4;

    /// <summary>Weeks between safety pulses, 2..26, default 6.</summary>
    public int PulseWeeks { get; init; } = 6;

    /// <summary>Alignment checks in a row without progress after which a pairing is stalled, 1..6, default 2.</summary>
    public int StalledAfterChecks { get; init; } = 2;

    /// <summary>People that a figure of the cohort stands for at least, 5..100, default 5.</summary>
    public int SmallestGroup { get; init; } = 5;

    /// <summary>Checks the bounds.</summary>
    /// <returns>INPUT_INVALID with the field, or null.</returns>
    public Refusal? Check() =>
        Inputs.Range(EscalationDays, "numbers.escalationDays", 1, 14)
            ?? Inputs.Range(LeastRaters, "numbers.leastRaters", 4, 20)
            ?? Inputs.Range(PulseWeeks, "numbers.pulseWeeks", 2, 26)
            ?? Inputs.Range(StalledAfterChecks, "numbers.stalledAfterChecks", 1, 6)
            ?? Inputs.Range(SmallestGroup, "numbers.smallestGroup", 5, 100);
}
