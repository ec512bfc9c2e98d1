namespace MentorCloud.GrainRuntime;

/// <summary>Written by the source generator: names the class that lists the grains and proxies of an assembly.</summary>
/// <param name="manifestType">A <see cref="GrainManifest"/> with a parameterless constructor.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class GrainManifestAttribute(Type manifestType) : Attribute
{
    /// <summary>The class that lists.</summary>
    public Type ManifestType { get; } = manifestType;
}
