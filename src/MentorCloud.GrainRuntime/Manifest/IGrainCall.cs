namespace MentorCloud.GrainRuntime;

/// <summary>A call with its arguments, written by the source generator as a structure so that calls neither box nor reflect.</summary>
public interface IGrainCall
{
    /// <summary>How many arguments there are.</summary>
    int ArgumentCount { get; }

    /// <summary>The cancellation token among the arguments; none when there is none.</summary>
    CancellationToken CancellationToken { get; }

    /// <summary>Calls the method on the grain object.</summary>
    Task Invoke(object grain);

    /// <summary>An argument by position.</summary>
    object? GetArgument(int index);

    /// <summary>Replaces an argument.</summary>
    void SetArgument(int index, object? value);
}
