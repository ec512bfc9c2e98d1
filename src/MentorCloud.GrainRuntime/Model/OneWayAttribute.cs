namespace MentorCloud.GrainRuntime;

/// <summary>The caller does not wait for an answer and learns of no failure of the method.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;
