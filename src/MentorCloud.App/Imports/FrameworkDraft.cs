using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.Contracts.Json;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.App.Imports;

/// <summary>A framework as its files have it, before it is anybody's.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Competencies">Skills, then work styles, each in the order of its file.</param>
/// <param name="Profiles">One for each code, in the order of the skills file.</param>
internal sealed record FrameworkDraft(string Name, ImmutableArray<Competency> Competencies, ImmutableArray<FrameworkProfile> Profiles)
{
    /// <summary>The framework's id in a tenant: derived from name and content, so that the same content is the same framework.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <returns>The id.</returns>
    public FrameworkId IdIn(TenantId tenant)
    {
        var content = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, ContractsJson.Options));
        return EntityId.Derive<FrameworkId>(tenant.Value, "framework", Convert.ToHexStringLower(content));
    }
}
