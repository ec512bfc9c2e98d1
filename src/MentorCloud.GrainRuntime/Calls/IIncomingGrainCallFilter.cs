namespace MentorCloud.GrainRuntime;

/// <summary>Stands before every call of every grain, inside the grain's turn. Register as singleton services; they run in that order.</summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Checks, then goes on by <see cref="IGrainCallContext.Invoke"/>.</summary>
    Task Invoke(IIncomingGrainCallContext context);
}
