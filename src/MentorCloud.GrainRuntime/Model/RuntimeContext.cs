namespace MentorCloud.GrainRuntime;

/// <summary>Tells which activation is executing on this thread.</summary>
public static class RuntimeContext
{
    /// <summary>The activation in whose turn the caller runs; null outside of grains.</summary>
    public static IGrainContext? Current => Activation.Current;
}
