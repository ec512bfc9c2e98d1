namespace MentorCloud.GrainRuntime;

/// <summary>Something that waits for its activation: a turn, or the continuation of one. Linked without a node of its own.</summary>
internal abstract class WorkItem
{
    public WorkItem? Next { get; set; }
}
