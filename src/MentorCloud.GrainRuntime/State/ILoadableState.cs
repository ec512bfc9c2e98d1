namespace MentorCloud.GrainRuntime;

/// <summary>A persistent state before its grain is activated.</summary>
internal interface ILoadableState
{
    ValueTask LoadAsync(CancellationToken cancellationToken);
}
