namespace MentorCloud.GrainRuntime;

/// <summary>Finds call cycles: each waiting turn knows who waits for it, so the chain is walked without allocating.</summary>
internal static class CallChain
{
    /// <summary>Refuses a call to a grain that waits, directly or not, for the caller.</summary>
    /// <exception cref="GrainRuntimeException">The call would never return; the message names the way round.</exception>
    public static void ThrowIfCycle(Activation caller, Activation target, GrainMethod method)
    {
        for (var waiting = caller; waiting is not null; waiting = waiting.WaitingCaller)
        {
            if (ReferenceEquals(waiting, target))
                throw Cycle(caller, target, method);
        }
    }

    private static GrainRuntimeException Cycle(Activation caller, Activation target, GrainMethod method)
    {
        var names = new List<string> { target.ToString() };
        for (var waiting = caller; waiting is not null && !ReferenceEquals(waiting, target); waiting = waiting.WaitingCaller)
            names.Add(waiting.ToString());
        names.Add(target.ToString());
        names.Reverse();
        return new GrainRuntimeException(
            GrainErrorCodes.CallCycle,
            $"{method.ActivityName} would wait for itself: {string.Join(" -> ", names)}. Calls go downward only; tell upward by a fact.");
    }
}
