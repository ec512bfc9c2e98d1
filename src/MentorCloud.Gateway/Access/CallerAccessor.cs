namespace MentorCloud.Gateway.Access;

/// <summary>Gives the request's caller to loaders, which live in the request's scope.</summary>
internal sealed class CallerAccessor
{
    private Caller? caller;

    /// <summary>The caller; set once by the endpoint before anything runs.</summary>
    public Caller Caller
    {
        get => caller ?? throw new InvalidOperationException("The endpoint sets the caller before resolvers run.");
        set => caller = value;
    }
}
