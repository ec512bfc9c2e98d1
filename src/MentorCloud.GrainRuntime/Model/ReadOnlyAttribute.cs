namespace MentorCloud.GrainRuntime;

/// <summary>States that the method changes nothing. Kept for Orleans, which lets read-only methods interleave; here they take turns.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
