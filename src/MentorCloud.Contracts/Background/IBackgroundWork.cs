namespace MentorCloud.Contracts.Background;

/// <summary>
/// Work that goes on beside calls and says when it has come to rest. For simulations on a clock moved by hand, which must not
/// overtake it; every background service of the program's host has it, or a simulation does not start.
/// </summary>
public interface IBackgroundWork
{
    /// <summary>How often something was asked of it; grows before whoever asks goes on, and never falls.</summary>
    long Asked { get; }

    /// <summary>Completes at a moment at which all is done that was asked; at once when it is. What failed and waits for the clock counts as done.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes at rest.</returns>
    Task RestAsync(CancellationToken cancellationToken);
}
