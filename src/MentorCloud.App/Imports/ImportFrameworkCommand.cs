using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Imports;

/// <summary>Imports a competency framework and makes it the tenant's newest.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Actor">A tenant admin of it, or a client of it that may read and write programs.</param>
/// <param name="Id">The caller's idempotency key; another key for each import of other content.</param>
/// <param name="Name">The framework's name, 1..200 characters.</param>
/// <param name="Files">The files.</param>
internal sealed record ImportFrameworkCommand(TenantId Tenant, Actor Actor, CommandId Id, string Name, FrameworkFiles Files)
{
    /// <summary>The scales of the files. Default: O*NET's.</summary>
    public FrameworkOptions Options { get; init; } = new();

    /// <summary>Whether profiles with errors are left out instead of refusing all. Default: no.</summary>
    public bool SkipInvalid { get; init; }
}
