namespace MentorCloud.GrainRuntime;

/// <summary>Named moments of the store at which tests end or hold the process; those of publication are the grains' own. Without a hook, reaching one costs a null check.</summary>
public static class CrashPoint
{
    /// <summary>A group of writes is about to be committed.</summary>
    public const string BeforeCommit = "before-commit";

    /// <summary>A group of writes is durable, and none of its writers has been told.</summary>
    public const string AfterCommit = "after-commit";

    /// <summary>Called with the name at each point; set by tests only, null in production.</summary>
    public static Action<string>? Hook { get; set; }

    /// <summary>Every point by name.</summary>
    public static IReadOnlyList<string> All { get; } = [BeforeCommit, AfterCommit];

    /// <summary>Says that the program has come to a point.</summary>
    public static void Reach(string name) => Hook?.Invoke(name);
}
