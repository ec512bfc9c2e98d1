namespace MentorCloud.GrainRuntime;

/// <summary>Base of the generated list of an assembly's grain classes and proxies. Read once when the host starts.</summary>
public abstract class GrainManifest
{
    /// <summary>Lists everything to the registry.</summary>
    public abstract void Register(GrainRegistry registry);
}
