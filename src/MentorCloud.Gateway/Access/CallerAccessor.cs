using MentorCloud.Domain.Access;

namespace MentorCloud.Gateway.Access;

/// <summary>Gives the request's caller to loaders, which live in the request's scope.</summary>
internal sealed class CallerAccessor
{
    private Caller? caller;

    /// <summary>The caller; set by the endpoint before anything runs.</summary>
    public Caller Caller => caller ?? throw new InvalidOperationException("The endpoint sets the caller before resolvers run.");

    /// <summary>Sets the caller. A WebSocket does so for each operation: all of its operations share one caller, the newest.</summary>
    public Caller Enter(Actor actor, Func<CancellationToken, Task<Actor>> lookAgain)
    {
        if (caller is null)
        {
            return caller = new Caller(actor, lookAgain);
        }

        caller.Become(actor);
        return caller;
    }
}
