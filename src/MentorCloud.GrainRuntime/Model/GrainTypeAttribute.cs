namespace MentorCloud.GrainRuntime;

/// <summary>
/// Fixes the stored name of a grain class, so that the class can be renamed. Without it the name is the class name in
/// lower case without a trailing <c>Grain</c>.
/// </summary>
/// <param name="grainType">The stored name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    /// <summary>The stored name.</summary>
    public string GrainType { get; } = grainType;
}
