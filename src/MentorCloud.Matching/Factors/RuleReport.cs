namespace MentorCloud.Matching.Factors;

/// <summary>What the hard rules leave one mentee.</summary>
/// <param name="Mentee">Row in the mentee table.</param>
/// <param name="Allowed">Mentors that no rule forbids.</param>
/// <param name="RemovedBy">For each rule the number of mentors it forbids; one mentor may be counted under several.</param>
/// <param name="Emptied">The rules without any single one of which somebody would be left; empty if somebody is left anyway.</param>
public sealed record RuleReport(
    int Mentee, int Allowed, IReadOnlyDictionary<HardRule, int> RemovedBy, IReadOnlyList<HardRule> Emptied);
