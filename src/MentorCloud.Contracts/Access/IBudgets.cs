using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Access;

/// <summary>What each account and each tenant may spend in a minute, in points of cost. Every edge charges what it does to the same budgets.</summary>
public interface IBudgets
{
    /// <summary>Spends points of the account's and of the tenant's budget, or of neither. Constant time.</summary>
    /// <param name="tenant">The tenant; who charges has made sure that the caller is of it.</param>
    /// <param name="account">The account or machine client as its <see cref="Domain.Access.Actor"/> writes itself.</param>
    /// <param name="points">What the work costs, 0 or more.</param>
    /// <returns>Whether it was spent, and what to tell the caller.</returns>
    BudgetAnswer Charge(TenantId tenant, string account, int points);
}
