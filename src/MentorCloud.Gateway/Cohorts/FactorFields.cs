using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Fields of <c>FactorScore</c>.</summary>
internal static class FactorFields
{
    public static decimal Value(FactorScore parent) => Score.ToDecimal(parent.Value);
}
