using MentorCloud.Domain.Access;

namespace MentorCloud.Contracts.Accounts;

/// <summary>Which accounts are wanted; every part narrows.</summary>
/// <param name="Search">Part of the address or the name, whatever the letters' case; null for any.</param>
/// <param name="Holding">At least one of these roles; null for any.</param>
/// <param name="Status">In this status; null for any.</param>
public sealed record AccountFilter(string? Search = null, Role? Holding = null, AccountStatus? Status = null)
{
    /// <summary>Every account.</summary>
    public static AccountFilter Any { get; } = new();
}
