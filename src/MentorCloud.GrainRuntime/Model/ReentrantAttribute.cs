namespace MentorCloud.GrainRuntime;

/// <summary>All calls of the grain class may interleave at await points. Call cycles through such a grain are not detected.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
