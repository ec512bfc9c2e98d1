using MentorCloud.Identity.Store;

namespace MentorCloud.Identity.Scim.Groups;

/// <summary>What a change of a group came to, for the audit log.</summary>
/// <param name="Added">Members who came.</param>
/// <param name="Removed">Members who went.</param>
/// <param name="RolesChanged">Accounts that have other roles now.</param>
internal sealed record GroupChange(int Added, int Removed, IReadOnlyList<AccountRecord> RolesChanged);
