using MentorCloud.Domain.Access;

namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>directory_settings</c>: what a tenant's administrator decided about its directory.</summary>
internal sealed class DirectorySettingsRecord
{
    public required string Tenant { get; init; }

    public required Role DefaultRoles { get; set; }

    /// <summary>Roles by group, as JSON.</summary>
    public required string GroupRoles { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
