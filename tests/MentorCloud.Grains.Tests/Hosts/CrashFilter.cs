namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>
/// Cuts work off at the n-th call between grains, before the call arrives or after it was carried out and its answer is
/// lost. A test lets everybody sleep afterwards, as a crash does.
/// </summary>
public sealed class CrashFilter : IIncomingGrainCallFilter
{
    private int left;
    private bool answerLost;

    /// <summary>Whether the call was reached.</summary>
    public bool Crashed { get; private set; }

    /// <summary>Cuts off at a call.</summary>
    /// <param name="call">Which, from 1 for the next one of our grains.</param>
    /// <param name="afterwards">Whether the call is still carried out.</param>
    public void Arm(int call, bool afterwards) => (left, answerLost) = (call, afterwards);

    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var here = context.InterfaceName.StartsWith("MentorCloud.", StringComparison.Ordinal) && Interlocked.Decrement(ref left) == 0;
        Crashed |= here;
        if (!here || answerLost)
        {
            await context.Invoke();
        }

        if (here)
        {
            throw new InvalidOperationException("Cut off by the test.");
        }
    }

    /// <summary>Does something that may be cut off; nothing is cut off afterwards.</summary>
    /// <param name="work">What.</param>
    /// <returns>Completes when it is done or cut off.</returns>
    public async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (InvalidOperationException) when (Crashed)
        {
            // As the caller of a program that dies hears nothing.
        }
        finally
        {
            left = 0;
        }
    }
}
