using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Logins;

/// <summary>How strong a login must be in a tenant. Whoever calls has asked the policy table. Every change enters the audit log.</summary>
public interface ILoginRules
{
    /// <summary>The roles that need a second factor.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns><see cref="Role.None"/> (the default) when it is everybody's own choice.</returns>
    Task<Role> SecondFactorRolesAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Decides which roles need a second factor; whoever holds one and has none sets it up at their next login. Running sessions go on. Repeating is safe.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="roles">The roles; all of them for everybody, <see cref="Role.None"/> for nobody.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>INPUT_INVALID.</returns>
    Task<Reply<LoginRules>> SetSecondFactorRolesAsync(TenantId tenant, Actor by, Role roles, CancellationToken cancellationToken);
}
