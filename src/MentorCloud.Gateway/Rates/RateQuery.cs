using MentorCloud.Gateway.Access;
using MentorCloud.GraphQL;

namespace MentorCloud.Gateway.Rates;

/// <summary>The field <c>rateLimit</c> of <c>Query</c>.</summary>
internal static class RateQuery
{
    public static RateLimit RateLimit(Caller caller, CostBudgets budgets, FieldContext field) =>
        budgets.Read(caller.Tenant, caller.Actor.ToString(), field.OperationCost);
}
