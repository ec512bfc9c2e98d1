using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Tenants.BreakGlass;

/// <summary>A platform operator's access to a tenant's program in an emergency.</summary>
/// <param name="Number">1 for the tenant's first, one more for each.</param>
/// <param name="Operator">The operator's account, which is of another tenant.</param>
/// <param name="Reason">Why, 1 to 200 characters; the tenant's admins read it.</param>
/// <param name="OpenedAt">When it was opened, UTC.</param>
/// <param name="ExpiresAt">When it ends by itself, UTC.</param>
/// <param name="EndedAt">When an admin ended it, UTC; null while nobody has.</param>
public sealed record BreakGlassAccess(
    int Number, AccountId Operator, string Reason, DateTimeOffset OpenedAt, DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt = null)
{
    /// <summary>Whether it lets its operator in.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>False once it has expired or was ended.</returns>
    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;
}
