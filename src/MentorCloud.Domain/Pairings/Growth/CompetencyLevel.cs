namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>A level in one competency.</summary>
/// <param name="Competency">Its name in the framework, 1..100 characters.</param>
/// <param name="Level">0..10, on the framework's scale.</param>
public sealed record CompetencyLevel(string Competency, double Level);
