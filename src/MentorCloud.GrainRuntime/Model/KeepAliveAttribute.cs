namespace MentorCloud.GrainRuntime;

/// <summary>The grain class is exempt from idle collection.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepAliveAttribute : Attribute;
