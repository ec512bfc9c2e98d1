namespace MentorCloud.GrainRuntime;

/// <summary>Tells when the runtime has come to rest, for simulations on a clock that is moved by hand.</summary>
public interface IGrainRest
{
    /// <summary>
    /// Completes at a moment at which no call waits for its answer and no due reminder is read or delivered. A clock that is
    /// moved only then never overtakes work that an earlier moment began. What grains start beside their turns does not count.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes at rest; at once when nothing is under way.</returns>
    Task RestAsync(CancellationToken cancellationToken);
}
