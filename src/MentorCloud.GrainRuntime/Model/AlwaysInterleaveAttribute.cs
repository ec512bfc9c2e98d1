namespace MentorCloud.GrainRuntime;

/// <summary>The method may start while another turn of the grain waits, and others may start while it waits.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;
