using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Logins;

/// <summary>The settings of the tenants' directories. Whoever calls has asked the policy table. Every change enters the audit log.</summary>
public interface IDirectorySettings
{
    /// <summary>The tenant's settings; <see cref="DirectorySettings.None"/> while nothing was decided.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The settings.</returns>
    Task<DirectorySettings> GetAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Sets them and gives every provisioned account its roles anew, in one write. Roles that administrators gave stay. Grows with the number of provisioned accounts. Repeating is safe.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="settings">What is decided.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>The settings, or INPUT_INVALID naming the field.</returns>
    Task<Reply<DirectorySettings>> SetAsync(TenantId tenant, Actor by, DirectorySettings settings, CancellationToken cancellationToken);
}
