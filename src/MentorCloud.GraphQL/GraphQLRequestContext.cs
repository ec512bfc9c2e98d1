namespace MentorCloud.GraphQL;

/// <summary>In whose name and with which services a request runs.</summary>
/// <param name="Services">The request's scope; resolver classes and services come from it.</param>
public sealed record GraphQLRequestContext(IServiceProvider Services)
{
    /// <summary>What resolvers see of the caller: an actor, a session. Resolvers take it by its type when <c>SchemaBuilder.State&lt;T&gt;</c> names it.</summary>
    public object? State { get; init; }

    /// <summary>True for a caller who has logged in; decides on introspection. Default false.</summary>
    public bool IsAuthenticated { get; init; }

    /// <summary>True when only trusted documents may run for this caller (browsers). Default false.</summary>
    public bool RequireTrustedDocuments { get; init; }

    /// <summary>What the operation may cost for this caller; null for <see cref="GraphQLLimits.MaxCost"/>.</summary>
    public int? MaxCost { get; init; }

    /// <summary>Called once with the operation's cost before it runs; throw <see cref="GraphQLException"/> to refuse it. Rate limits are charged here.</summary>
    public Action<int>? OnCost { get; init; }

    /// <summary>Waits until the caller may run another query beside those that run already; what it gives is disposed when the query is done. Null (default): at once.</summary>
    public Func<CancellationToken, ValueTask<IDisposable>>? EnterQuery { get; init; }
}
