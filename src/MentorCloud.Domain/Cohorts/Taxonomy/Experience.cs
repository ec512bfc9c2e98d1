namespace MentorCloud.Domain.Cohorts.Taxonomy;

/// <summary>One experience that people can have had or want.</summary>
/// <param name="Category">Its category.</param>
/// <param name="Name">Its name as intakes use it, 1..80 characters; unique whatever the letters' case.</param>
public sealed record Experience(ExperienceCategory Category, string Name);
