namespace MentorCloud.GrainRuntime;

/// <summary>Named moments at which tests of durability end the process. Without a hook, reaching one costs a null check.</summary>
public static class CrashPoint
{
    /// <summary>A group of writes is about to be committed.</summary>
    public const string BeforeCommit = "before-commit";

    /// <summary>A group of writes is durable, and none of its writers has been told.</summary>
    public const string AfterCommit = "after-commit";

    /// <summary>Facts of an outbox are about to be handed to their readers.</summary>
    public const string BeforePublish = "before-publish";

    /// <summary>Facts were handed over; the outbox still holds them.</summary>
    public const string AfterPublish = "after-publish";

    /// <summary>The outbox is about to be emptied of confirmed facts.</summary>
    public const string BeforeAcknowledge = "before-acknowledge";

    /// <summary>The outbox was emptied of confirmed facts.</summary>
    public const string AfterAcknowledge = "after-acknowledge";

    /// <summary>Called with the name at each point; set by tests only, null in production.</summary>
    public static Action<string>? Hook { get; set; }

    /// <summary>Every point by name.</summary>
    public static IReadOnlyList<string> All { get; } =
        [BeforeCommit, AfterCommit, BeforePublish, AfterPublish, BeforeAcknowledge, AfterAcknowledge];

    /// <summary>Says that the program has come to a point.</summary>
    public static void Reach(string name) => Hook?.Invoke(name);
}
