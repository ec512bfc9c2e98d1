using MentorCloud.Domain.Access;

namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>login_rules</c>: how strong a login must be in a tenant.</summary>
internal sealed class LoginRulesRecord
{
    public required string Tenant { get; init; }

    /// <summary>Whoever holds one of these needs a second factor.</summary>
    public required Role SecondFactorRoles { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
