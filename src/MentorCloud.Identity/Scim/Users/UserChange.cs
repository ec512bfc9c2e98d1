using MentorCloud.Identity.Store;

namespace MentorCloud.Identity.Scim.Users;

/// <summary>What a change of a user came to, for the audit log.</summary>
/// <param name="Account">The account afterwards.</param>
/// <param name="Changed">The names of the attributes that changed; never their values.</param>
internal sealed record UserChange(AccountRecord Account, IReadOnlyList<string> Changed)
{
    public bool IsClosed { get; init; }

    public bool IsReopened { get; init; }

    public bool RolesChanged { get; init; }
}
