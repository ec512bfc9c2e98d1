using MentorCloud.Contracts.Imports;
using MentorCloud.Domain.Tenants;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Imports;

/// <summary>The payload of the same name.</summary>
internal sealed record FrameworkImportPayload(
    TenantState? Tenant, int Read, int Imported, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<UserError> UserErrors);
