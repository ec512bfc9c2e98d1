using System.Collections.Concurrent;
using System.Reflection;

namespace MentorCloud.Orleans.Benchmarks;

/// <summary>The filter of MentorCloud.Benchmarks: finds the operation, reads the actor from the arguments, asks a table.</summary>
internal sealed class PolicyFilter : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<MethodInfo, HashSet<string>> _roles = new();

    public Task Invoke(IIncomingGrainCallContext context)
    {
        var roles = _roles.GetOrAdd(context.InterfaceMethod, static _ => new HashSet<string>(StringComparer.Ordinal) { "admin", "mentor" });
        if (context.Request.GetArgumentCount() > 0 && context.Request.GetArgument(0) is Actor actor && !roles.Contains(actor.Role))
            throw new UnauthorizedAccessException();
        return context.Invoke();
    }
}
