using MentorCloud.Domain.Facts;

namespace MentorCloud.Domain.Tenants.Frameworks;

/// <summary>A framework was imported.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Competencies">How many competencies.</param>
/// <param name="Profiles">How many profiles.</param>
public sealed record FrameworkImported(string Name, int Competencies, int Profiles) : Fact;
