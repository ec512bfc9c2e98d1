using MentorCloud.Matching.Assignment;

namespace MentorCloud.App.Matching;

/// <summary>Which sum bounds the total of an objective that is no sum itself.</summary>
internal static class BoundingSums
{
    /// <summary>
    /// Fair assignments have the most pairs, so the best total of as many pairs bounds theirs; nothing less than the
    /// best total of all bounds a stable one. The gap to it is what fairness or stability costs.
    /// </summary>
    public static AssignmentObjective BoundingSum(this AssignmentObjective objective) =>
        objective is AssignmentObjective.Fair or AssignmentObjective.Coverage ? AssignmentObjective.Coverage : AssignmentObjective.Total;
}
