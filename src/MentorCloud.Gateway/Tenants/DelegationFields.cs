using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Tenants;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Cohorts;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Tenants;

/// <summary>Fields about managers who are limited to some cohorts.</summary>
internal static class DelegationFields
{
    public static IReadOnlyList<Delegation>? Delegations(TenantState parent, Caller caller) =>
        Policy.Refuse("Views.Delegations", caller.Actor) is null ? parent.Delegations : null;

    public static string Account(Delegation parent) => GlobalId.Of(NodeType.Account, parent.Manager);

    public static async Task<IReadOnlyList<CohortRow>> CohortsAsync(Delegation parent, CohortLoader loader)
    {
        var cohorts = await Task.WhenAll(parent.Cohorts.Select(each => loader.LoadAsync(each)));
        return [.. cohorts.OfType<CohortState>().Select(cohort => cohort.ToRow())];
    }
}
