using System.Collections.Immutable;

namespace MentorCloud.Domain.Tenants.Frameworks;

/// <summary>Makes a framework of pages that were stored before.</summary>
/// <param name="Name">Its name, 1..200 characters.</param>
/// <param name="Competencies">Its competencies, 1..100, names unique.</param>
/// <param name="Pages">How many pages of profiles there are.</param>
/// <param name="Profiles">How many profiles they hold in all.</param>
public sealed record ImportFramework(string Name, ImmutableArray<Competency> Competencies, int Pages, int Profiles);
