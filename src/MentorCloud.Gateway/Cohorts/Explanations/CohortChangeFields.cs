using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Matching.Explanations;

namespace MentorCloud.Gateway.Cohorts.Explanations;

/// <summary>Fields of <c>CohortChange</c>.</summary>
internal static class CohortChangeFields
{
    public static decimal TotalChange(CohortChange parent) => Score.ToDecimal(parent.TotalChange);
}
