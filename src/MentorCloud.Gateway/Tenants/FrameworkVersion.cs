using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.Gateway.Tenants;

/// <summary>A framework with the version that it is in its tenant.</summary>
internal sealed record FrameworkVersion(int Version, FrameworkState State)
{
    public string Name => State.Name;

    public DateTimeOffset ImportedAt => State.ImportedAt;

    public int ProfileCount => State.Profiles;

    public IReadOnlyList<Competency> Competencies => State.Competencies;
}
